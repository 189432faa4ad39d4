package vn.chitra.hub.reconciliation.report;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Properties;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.WordList;

/** The Vietnamese names of codes on the page. A reason without a name here is "other": a partner's own code is never shown. */
final class ReportWords {

  private final Properties words = WordList.read(WordList.SETTLEMENT_REPORT);
  private final Partners partners;
  private final Communes communes;

  ReportWords(Partners partners, Communes communes) {
    this.partners = partners;
    this.communes = communes;
  }

  String partner(String id) {
    return partners.byId(id).map(PartnerProfile::name).orElseGet(() -> words.getProperty("partner." + id, id));
  }

  String programme(String code) {
    return words.getProperty("programme." + code, code);
  }

  String open(ReportFigures.Open open) {
    String group = open.held() ? "held." : "open.";
    return words.getProperty(group + open.why(), words.getProperty(group + "OTHER"));
  }

  /** The name that the code meant when the period began. */
  String commune(String code, YearMonth period) {
    return communes.nameAt(code, period.atDay(1)).orElse("Xã " + code);
  }

  String caseKind(String kind) {
    return Arrays.stream(CaseKind.values()).filter(one -> one.name().equals(kind)).map(CaseKind::title).findFirst()
        .orElse("Vụ việc khác");
  }
}
