package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.reconciliation.statement.FileDebits.Difference;
import vn.chitra.hub.reconciliation.statement.PaymentCredits.Unmatched;
import vn.chitra.hub.reconciliation.statement.StatementChain.Gap;
import vn.chitra.hub.reconciliation.statement.Statements.OtherEntry;
import vn.chitra.hub.support.Masking;

/** Builds the cases about statements with their Vietnamese evidence, without personal data. */
final class CaseEvidence {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private CaseEvidence() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static NewCase missing(String partner, LocalDate day) {
    return NewCase.about(CaseKind.STATEMENT_MISSING, subject(partner, day),
        "Quá 18 giờ chưa có sổ phụ ngày " + day(day) + "; sổ phụ các ngày sau phải chờ.").atPartner(partner);
  }

  static NewCase gap(String partner, Gap gap) {
    LocalDate date = gap.day().date();
    return NewCase.about(CaseKind.STATEMENT_GAP, subject(partner, date), "Sổ phụ ngày " + day(date) + " ghi số dư " + gap.reportedVnd()
        + " đồng, sổ phụ liền kề ghi " + gap.expectedVnd() + " đồng; các bút toán chưa được đối chiếu.").atPartner(partner)
        .inFile(gap.day().fileId(), 1, "opening").over(1, Math.subtractExact(gap.reportedVnd(), gap.expectedVnd()));
  }

  static NewCase stray(String partner, StatementDay day) {
    return NewCase.about(CaseKind.STATEMENT_GAP, subject(partner, day.date()), "Sổ phụ ngày " + day(day.date())
        + " đứng trước sổ phụ đầu tiên đã dùng và giữa hai ngày còn thiếu sổ phụ; các bút toán chưa được đối chiếu.").atPartner(partner)
        .inFile(day.fileId(), 1, "date");
  }

  static NewCase debitDiffers(String partner, Difference d) {
    NewCase about = NewCase.about(CaseKind.STATEMENT_DEBIT_DIFFERS, "batch:" + d.batchId(), "Ngày " + day(d.day()) + ", tệp " + d.fileName()
        + " (số " + d.seq() + "): sổ phụ ghi nợ " + d.debitedVnd() + " đồng, kết quả báo đã chi " + d.reportedVnd() + " đồng.")
        .atPartner(partner).over(1, Math.subtractExact(d.debitedVnd(), d.reportedVnd()));
    return d.fileId() == null ? about : about.inFile(d.fileId(), d.lineNo(), "amount");
  }

  static NewCase returnUnmatched(String partner, Unmatched u) {
    String subject = u.payoutId() == null ? "file:" + u.fileId() : "payout:" + u.payoutId();
    String id = u.endToEndId() == null ? "" : ", mã chi trả " + u.endToEndId();
    return NewCase.about(CaseKind.RETURN_UNMATCHED, subject, "Sổ phụ ngày " + day(u.day()) + ", dòng " + u.lineNo() + id + ", ghi có "
        + u.amountVnd() + " đồng: " + why(u) + ".").atPartner(partner).inFile(u.fileId(), u.lineNo(), "reference").over(1, u.amountVnd());
  }

  private static String why(Unmatched u) {
    return switch (u.why()) {
      case UNKNOWN_ID -> "không có khoản chi nào mang mã này ở đối tác";
      case OTHER_AMOUNT -> "khoản chi là " + u.paymentVnd() + " đồng";
      case CREDITED_BEFORE -> "khoản chi đã có một bút toán hoàn trả khác";
      case NOT_RETURNED -> "ngân hàng chưa báo trả về khoản chi (" + state(u) + ")";
    };
  }

  private static String state(Unmatched u) {
    return PaymentState.valueOf(Objects.requireNonNull(u.paymentState())).word().vietnamese();
  }

  static NewCase other(String partner, OtherEntry other) {
    String side = switch (other.entry().side()) {
      case DEBIT -> "ghi nợ ";
      case CREDIT -> "ghi có ";
    };
    return NewCase.about(CaseKind.STATEMENT_ENTRY_OTHER, "file:" + other.fileId(), "Sổ phụ ngày " + day(other.day()) + ", dòng "
        + other.lineNo() + ": " + side + other.entry().amountVnd() + " đồng, tham chiếu " + Masking.maskDigits(other.entry().reference()))
        .atPartner(partner).inFile(other.fileId(), other.lineNo(), "reference").over(1, other.entry().amountVnd());
  }

  /** Without its text: a return names the person whose money it is. */
  static NewCase creditUnsettled(String partner, OtherEntry credit) {
    return NewCase.about(CaseKind.CREDIT_UNSETTLED, "file:" + credit.fileId(), "Sổ phụ ngày " + day(credit.day()) + ", dòng "
        + credit.lineNo() + ": ghi có " + credit.entry().amountVnd()
        + " đồng, không nêu mã chi trả của ta và chưa rõ ai chuyển; cần hai người xác định là tiền cấp hay tiền hoàn trả.")
        .atPartner(partner).inFile(credit.fileId(), credit.lineNo(), "reference").over(1, credit.entry().amountVnd());
  }

  static NewCase unexplained(FundingPosition p) {
    return NewCase.about(CaseKind.SETTLEMENT_DIFFERENCE, "account:" + p.partner(), "Tài khoản nguồn, sổ phụ đến " + day(p.until())
        + ": ghi nợ theo tệp " + p.fileDebits() + " đồng, hoàn trả " + p.paymentCredits() + " đồng, đã chi " + p.netPaid()
        + " đồng, chi nhầm " + p.paidInError() + " đồng; lệch " + p.difference() + " đồng, trong đó đang chờ " + p.underWay()
        + " đồng, chưa rõ " + p.unexplained() + " đồng.").atPartner(p.partner()).over(1, p.unexplained().value());
  }

  /** The day of which the statement is missing. */
  static LocalDate missingDay(NewCase missing) {
    return LocalDate.parse(missing.subject().substring(missing.subject().indexOf('/') + 1));
  }

  private static String subject(String partner, LocalDate day) {
    return "statement:" + partner + "/" + day;
  }
}
