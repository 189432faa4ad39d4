package vn.chitra.hub.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.PreviewFiles;
import vn.chitra.hub.dryrun.DryRunResult;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.payroll.FindingKind;
import vn.chitra.hub.payroll.PayrollHeader;
import vn.chitra.hub.support.Masking;

/** A dry run in words for its page, in the language of it, and for its workbook: names as initials, account numbers masked. */
@Component
class DryRunWords {

  private static final String NONE = "";

  private final Names names;
  private final Texts texts;

  DryRunWords(Names names, Texts texts) {
    this.names = names;
    this.texts = texts;
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
        header.period().map(months -> Shown.months(months.firstDay(), months.lastMonthsFirstDay())).orElseGet(() -> texts.of("dry.period.unreadable")),
        header.itemCount(), Shown.dong(header.totalVnd()), texts.of(approved ? "dry.state.approved" : "dry.state.draft"));
  }

  Refused refused(DryRunResult.RefusedLine line) {
    return new Refused(line.lineNo(), Shown.harmless(line.entitlementId()), line.amountVnd(), line.field().shown(), names.plain(line.why()));
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
        complaints.isEmpty() ? texts.of("dry.check.good") : Shown.words(String.join("; ", complaints)), complaints.isEmpty());
  }

  /** The consequence of a finding of the kind. */
  String effect(FindingKind kind, DryRunResult.Decided decided) {
    return texts.of(decided.holding().contains(kind) ? "dry.effect.hold" : "dry.effect.warn");
  }

  String previous(DryRunResult.Decided decided) {
    return decided.previous().map(month -> texts.of("dry.compared.with", Shown.months(month, month)))
        .orElseGet(() -> texts.of("dry.compared.with.none"));
  }

  /** The bank's code is public; the number is not. */
  private String account(@Nullable String account) {
    if (account == null) {
      return NONE;
    }
    int blank = account.indexOf(' ');
    return texts.of("dry.account.masked", Shown.harmless(account.substring(0, blank)),
        Masking.maskDigits(account.substring(blank + 1)));
  }
}
