package vn.chitra.hub.reconciliation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/** The Vietnamese names of codes on the page. A reason without a name here is "other": a partner's own code is never shown. */
final class ReportWords {

  private static final String FILE = "/settlement-report/words.properties";

  private final Properties words = new Properties();
  private final Partners partners;
  private final Communes communes;

  ReportWords(Partners partners, Communes communes) {
    this.partners = partners;
    this.communes = communes;
    try (InputStream file = Objects.requireNonNull(ReportWords.class.getResourceAsStream(FILE), FILE)) {
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
