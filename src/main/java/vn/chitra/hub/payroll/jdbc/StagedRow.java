package vn.chitra.hub.payroll.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payroll.BirthDate;
import vn.chitra.hub.payroll.JudgedLine;
import vn.chitra.hub.payroll.LineDecision;
import vn.chitra.hub.payroll.MonthRange;
import vn.chitra.hub.payroll.NameText;
import vn.chitra.hub.payroll.PayrollLine;

/** A judged line as one row of {@link StageSql#STAGE}, in the order of its columns. */
final class StagedRow {

  private static final int COLUMNS = 33;

  private final List<@Nullable Object> values = new ArrayList<>(COLUMNS);

  private StagedRow() {}

  static @Nullable Object[] of(JudgedLine judged) {
    StagedRow row = new StagedRow();
    if (judged.decision() instanceof LineDecision.Refused refused) {
      row.add(judged.line().lineNo(), judged.line().amountVnd(), refused.reason().name(), refused.sentence());
    } else {
      row.add(judged.line().lineNo(), judged.line().amountVnd(), null, null);
      row.addHold(judged.decision());
      row.addKey(judged);
      row.addPerson(judged);
      row.addPayee(judged.line());
    }
    return Arrays.copyOf(row.values.toArray(), COLUMNS);
  }

  private void addHold(LineDecision decision) {
    if (decision instanceof LineDecision.Held held) {
      add(held.reason().name(), held.sentence());
    } else {
      add(null, null);
    }
  }

  private void addKey(JudgedLine judged) {
    MonthRange months = judged.line().months().orElseThrow();
    add(judged.carriedPayoutId(), judged.choice().offerAccount(), judged.line().entitlement().id(), judged.kind().name(),
        months.firstDay(), months.lastMonthsFirstDay());
  }

  private void addPerson(JudgedLine judged) {
    PayrollLine.Beneficiary person = judged.line().beneficiary();
    add(person.id(), judged.choice().channel().name(), judged.choice().explanation(), NameText.clean(person.fullName()),
        person.personalNo(), BirthDate.year(person.birthDate()), person.sex(), NameText.oneLine(person.address()),
        person.circumstance(), person.noTransfer(), person.cashPlace());
  }

  private void addPayee(PayrollLine line) {
    PayrollLine.Entitlement entitlement = line.entitlement();
    add(NameText.clean(entitlement.payeeName()), entitlement.payeePersonalNo(), entitlement.payeeRelation());
    PayrollLine.Account account = line.account();
    if (account == null || account.sameDay() > 1) {
      add(null, null, null);
    } else {
      add(account.bankBin(), account.accountNo(), NameText.clean(account.accountName()));
    }
    PayrollLine.Authorisation paper = line.authorisation();
    if (paper == null) {
      add(null, null, null, null);
    } else {
      add(NameText.clean(paper.receiverName()), paper.receiverPersonalNo(), paper.documentNo(), paper.validTo());
    }
  }

  private void add(@Nullable Object... columns) {
    values.addAll(Arrays.asList(columns));
  }
}
