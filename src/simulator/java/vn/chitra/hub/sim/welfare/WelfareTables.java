package vn.chitra.hub.sim.welfare;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes to the welfare database, table by table in the order of their references. */
final class WelfareTables {

  final CopyTable agencies = new CopyTable("welfare.agency", "agency_code, name, level, valid_from, valid_to");
  final CopyTable units = new CopyTable("welfare.admin_unit", "commune_code, name, valid_from, valid_to");
  final CopyTable payrolls = new CopyTable("welfare.payroll", "payroll_id, programme, agency_code, commune_code, period_from, period_to,"
      + " account_cutoff, pay_from, pay_until, item_count, total_vnd, status");
  final CopyTable approvals = new CopyTable("maker.approval_plan", "payroll_id, approved_at");
  private final CopyTable people = new CopyTable("welfare.beneficiary", "beneficiary_id, personal_no, full_name, birth_date, sex,"
      + " commune_code, address, circumstance, no_transfer, cash_place, phone, life_status, life_status_on");
  private final CopyTable entitlements = new CopyTable("welfare.entitlement", "entitlement_id, beneficiary_id, programme, benefit_code,"
      + " payee_name, payee_personal_no, payee_relation, valid_from, valid_to");
  private final CopyTable accounts = new CopyTable("welfare.payment_account", "entitlement_id, bank_bin, account_no, account_name, source,"
      + " registered_on");
  private final CopyTable papers = new CopyTable("welfare.authorisation", "document_no, entitlement_id, receiver_name, valid_from,"
      + " valid_to");
  private final CopyTable items = new CopyTable("welfare.payroll_item", "payroll_id, line_no, entitlement_id, kind, for_from, for_to,"
      + " amount_vnd, carries_payroll_id, carries_line_no");
  private final CopyTable expected = new CopyTable("maker.expected_line", "payroll_id, line_no, fault, expected");

  void line(String payrollId, String communeCode, Line line) {
    if (line.newPerson) {
      people.row(line.beneficiaryId, line.personalNo, line.name, line.birthDate, line.male ? "M" : "F", communeCode, line.address,
          line.circumstance, line.noTransfer, line.cashPlace, line.phone, line.lifeStatus, line.lifeStatusOn);
    }
    if (line.newEntitlement) {
      entitlements.row(line.entitlementId, line.beneficiaryId, line.programme, line.benefitCode, line.payeeName, line.payeeNo,
          line.relation, line.validFrom, line.validTo);
      for (Line.Account account : line.accounts) {
        accounts.row(line.entitlementId, account.bin(), account.number(), account.name(), "REGISTERED", account.registeredOn());
      }
      if (line.paperFrom != null) {
        papers.row("UQ-" + line.entitlementId, line.entitlementId, line.paperReceiver, line.paperFrom, line.paperTo);
      }
    }
    items.row(payrollId, line.number, line.entitlementId, line.kind, line.forFrom, line.forTo, line.amount,
        line.carriesLine == null ? null : payrollId, line.carriesLine);
  }

  void expect(String payrollId, int line, String fault, String outcome) {
    expected.row(payrollId, line, fault, outcome);
  }

  void flush(Connection connection) throws SQLException, IOException {
    for (CopyTable table : List.of(agencies, units, people, entitlements, accounts, papers, payrolls, items, approvals, expected)) {
      table.flush(connection);
    }
  }
}
