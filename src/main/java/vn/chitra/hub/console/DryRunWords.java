package vn.chitra.hub.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.PreviewFiles;
import vn.chitra.hub.dryrun.DryRunResult;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.payroll.FindingKind;
import vn.chitra.hub.payroll.PayrollHeader;
import vn.chitra.hub.support.Masking;

/** A dry run in words for its page and its workbook: names as initials, account numbers masked. */
@Component
class DryRunWords {

  private static final String NONE = "";

  private final Names names;

  DryRunWords(Names names) {
    this.names = names;
  }

  /** @param state draft or approved */
  record Payroll(String id, String programme, String commune, String months, int items, String dong, String state) {}

  record Refused(int line, String entitlement, long dong, String field, String why) {}

  record Held(int line, String entitlement, long dong, String reason, String why) {}

  /** @param line empty where the payroll has none */
  record Found(String line, String entitlement, String payee, String account, @Nullable Long dong, @Nullable Long previous, String why) {}

  /** @param check what the independent check says of the file */
  record Batch(String place, String valueDate, int items, long dong, String check, boolean good) {}

  Payroll payroll(PayrollHeader header, boolean approved) {
    LocalDate on = header.payFrom();
    return new Payroll(Shown.harmless(header.payrollId()), names.programme(header.programme()), names.commune(header.communeCode(), on),
        header.period().map(months -> Shown.months(months.firstDay(), months.lastMonthsFirstDay())).orElse("kỳ không đọc được"),
        header.itemCount(), Shown.dong(header.totalVnd()), approved ? "đã duyệt, chưa nhận" : "bản thảo");
  }

  Refused refused(DryRunResult.RefusedLine line) {
    return new Refused(line.lineNo(), Shown.harmless(line.entitlementId()), line.amountVnd(), line.field(), names.plain(line.why()));
  }

  Held held(DryRunResult.HeldLine line) {
    return new Held(line.lineNo(), Shown.harmless(line.entitlementId()), line.amountVnd(), names.hold(line.reason()),
        names.plain(line.why()));
  }

  Found found(DryRunResult.Finding finding) {
    return new Found(finding.lineNo() == null ? NONE : finding.lineNo().toString(), Shown.harmless(finding.entitlementId()),
        Shown.name(finding.payeeName()), account(finding.account()), finding.monthlyVnd(), finding.previousVnd(),
            names.plain(finding.why()));
  }

  Batch batch(PreviewFiles.Preview file) {
    List<String> complaints = file.complaints();
    return new Batch(names.place(file.partner(), file.folder()), Shown.day(file.valueDate()), file.payments(), file.totalVnd(),
        complaints.isEmpty() ? "đã kiểm, đúng" : Shown.words(String.join("; ", complaints)), complaints.isEmpty());
  }

  /** The consequence of a finding of the kind. */
  String effect(FindingKind kind, DryRunResult.Decided decided) {
    return decided.holding().contains(kind) ? "giữ lại, chờ người quyết định" : "cảnh báo";
  }

  String previous(DryRunResult.Decided decided) {
    return decided.previous().map(month -> "So với tháng " + Shown.months(month, month)
        + " của cùng cơ quan, cùng chương trình, cùng xã.")
        .orElse("Hub chưa có tháng nào trước đó của cùng cơ quan, cùng chương trình, cùng xã để so.");
  }

  /** The bank's code is public; the number is not. */
  private static String account(@Nullable String account) {
    if (account == null) {
      return NONE;
    }
    int blank = account.indexOf(' ');
    return "ngân hàng " + Shown.harmless(account.substring(0, blank)) + ", số " + Masking.maskDigits(account.substring(blank + 1));
  }
}
