package vn.chitra.hub.payroll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.CopyTable;

/** A judged line as one row of the staging table, by the names of its columns; a refused line carries only its entitlement and
 * the data of the refusal. */
final class StagedRow {

  static final CopyTable TABLE = new CopyTable("taken_line", List.of("line_no", "amount_vnd", "reason_code", "reason_text", "hold_reason",
      "hold_text", "carried_payout_id", "partner", "help_to_account", "entitlement_id", "kind", "for_from", "for_to", "beneficiary_id",
      "channel", "explanation", "beneficiary_name", "beneficiary_no", "birth_year", "sex", "address", "circumstance", "no_transfer",
      "cash_place", "payee_name", "payee_no", "payee_relation", "bank_bin", "account_no", "account_name", "authorised_name",
      "authorised_no", "authorisation_doc", "authorised_until"));

  private final Map<String, @Nullable Object> row = new HashMap<>();

  private StagedRow() {}

  static Map<String, @Nullable Object> of(JudgedLine judged) {
    StagedRow staged = new StagedRow();
    staged.put("line_no", judged.line().lineNo());
    staged.put("amount_vnd", judged.line().amountVnd());
    staged.put("entitlement_id", judged.line().entitlement().id());
    if (judged.decision() instanceof LineDecision.Refused refused) {
      staged.put("reason_code", refused.reason().name());
      staged.put("reason_text", refused.sentence());
    } else {
      staged.putHold(judged.decision());
      staged.putKey(judged);
      staged.putPerson(judged);
      staged.putPayee(judged.line());
    }
    return staged.row;
  }

  private void putHold(LineDecision decision) {
    if (decision instanceof LineDecision.Held held) {
      put("hold_reason", held.reason().name());
      put("hold_text", held.sentence());
    }
  }

  private void putKey(JudgedLine judged) {
    MonthRange months = judged.line().months().orElseThrow();
    put("carried_payout_id", judged.carriedPayoutId());
    put("partner", judged.partner());
    put("help_to_account", judged.choice().offerAccount());
    put("kind", judged.kind().name());
    put("for_from", months.firstDay());
    put("for_to", months.lastMonthsFirstDay());
  }

  private void putPerson(JudgedLine judged) {
    PayrollLine.Beneficiary person = judged.line().beneficiary();
    put("beneficiary_id", person.id());
    put("channel", judged.choice().channel().name());
    put("explanation", judged.choice().explanation());
    put("beneficiary_name", NameText.clean(person.fullName()));
    put("beneficiary_no", NameText.oneLine(person.personalNo()));
    put("birth_year", BirthDate.year(person.birthDate()));
    put("sex", person.sex());
    put("address", NameText.oneLine(person.address()));
    put("circumstance", person.circumstance());
    put("no_transfer", person.noTransfer());
    put("cash_place", person.cashPlace());
  }

  private void putPayee(PayrollLine line) {
    PayrollLine.Entitlement entitlement = line.entitlement();
    put("payee_name", NameText.clean(entitlement.payeeName()));
    put("payee_no", NameText.oneLine(entitlement.payeePersonalNo()));
    put("payee_relation", entitlement.payeeRelation());
    PayrollLine.Account account = line.account();
    if (account != null && account.sameDay() <= 1) {
      put("bank_bin", account.bankBin());
      put("account_no", account.accountNo());
      put("account_name", NameText.clean(account.accountName()));
    }
    PayrollLine.Authorisation paper = line.authorisation();
    if (paper != null) {
      put("authorised_name", NameText.clean(paper.receiverName()));
      put("authorised_no", NameText.oneLine(paper.receiverPersonalNo()));
      put("authorisation_doc", NameText.oneLine(paper.documentNo()));
      put("authorised_until", paper.validTo());
    }
  }

  private void put(String column, @Nullable Object value) {
    row.put(column, value);
  }
}
