package vn.chitra.hub.alert;

import java.sql.Date;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.SqlText;

/**
 * Says which account is to be funded for a case about lacking funds, and how much is missing by its newest statement that counts. Of the account it
 * shows the last four digits.
 */
@Component
class FundingWords {

  private static final String FUNDING = SqlText.of("alert/read-funding-of-partner");
  private static final Set<String> KINDS = Set.of(CaseKind.BATCH_WAITING_FUNDS.name(), CaseKind.FUNDS_SHORT_FOR_PAYMENT.name());
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final int DIGITS_SHOWN = 4;

  private final JdbcClient jdbc;
  private final Partners partners;

  FundingWords(JdbcClient jdbc, Partners partners) {
    this.jdbc = jdbc;
    this.partners = partners;
  }

  /** The empty text for a case about something else. */
  String of(MailCase one) {
    return Optional.of(one).filter(it -> KINDS.contains(it.kind()) && it.partner() != null)
        .flatMap(it -> partners.byId(String.valueOf(it.partner()))).filter(partner -> partner.fundingAccount() != null)
        .map(partner -> account(partner) + ": " + amounts(partner, one)).orElse("");
  }

  private static String account(PartnerProfile partner) {
    String number = String.valueOf(partner.fundingAccount());
    return "tài khoản chi tại " + partner.name() + " (số cuối " + number.substring(Math.max(0, number.length() - DIGITS_SHOWN)) + ")";
  }

  /** Of a payment that the bank holds alone its own amount counts: no file waits. */
  private String amounts(PartnerProfile partner, MailCase one) {
    return jdbc.sql(FUNDING).param("partner", partner.id()).query((r, n) -> {
      long waiting = r.getLong("needed");
      long needed = waiting > 0 || one.amountVnd() == null ? waiting : one.amountVnd();
      String what = "đang chờ " + SafeText.dong(needed) + " đồng";
      long balance = r.getLong("left_vnd");
      Date day = r.getDate("day");
      if (day == null) {
        return what + ", chưa có sổ phụ nào để biết số dư";
      }
      return what + ", số dư còn dùng được theo sổ phụ ngày " + DAY.format(day.toLocalDate()) + " là " + SafeText.dong(balance)
          + " đồng, còn thiếu " + SafeText.dong(Math.max(0, Math.subtractExact(needed, balance))) + " đồng";
    }).single();
  }
}
