package vn.chitra.hub.welfare.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payroll.LineKind;
import vn.chitra.hub.payroll.LineRef;
import vn.chitra.hub.payroll.PayrollHeader;
import vn.chitra.hub.payroll.PayrollLine;
import vn.chitra.hub.payroll.PayrollLine.Account;
import vn.chitra.hub.payroll.PayrollLine.Authorisation;
import vn.chitra.hub.payroll.PayrollLine.Beneficiary;
import vn.chitra.hub.payroll.PayrollLine.CarriedLine;
import vn.chitra.hub.payroll.PayrollLine.Entitlement;
import vn.chitra.hub.payroll.PayrollLine.LifeStatus;

/** Maps rows of {@code payroll-header.sql} and {@code payroll-lines.sql}, column by column. */
final class LineRows {

  private LineRows() {}

  static PayrollHeader header(ResultSet row, int number) throws SQLException {
    OffsetDateTime approvedAt = row.getObject("approved_at", OffsetDateTime.class);
    return new PayrollHeader(row.getString("payroll_id"), row.getString("programme"), row.getString("agency_code"),
        row.getString("commune_code"), row.getString("period_from"), row.getString("period_to"), date(row, "account_cutoff"),
        date(row, "pay_from"), date(row, "pay_until"), row.getInt("item_count"), row.getLong("total_vnd"),
        approvedAt == null ? null : approvedAt.toInstant());
  }

  static PayrollLine line(ResultSet row) throws SQLException {
    return new PayrollLine(row.getInt("line_no"), LineKind.valueOf(row.getString("kind")), row.getString("for_from"),
        row.getString("for_to"), row.getLong("amount_vnd"), entitlement(row), beneficiary(row), account(row), authorisation(row),
        carried(row));
  }

  private static Entitlement entitlement(ResultSet row) throws SQLException {
    return new Entitlement(row.getString("entitlement_id"), row.getString("programme"), row.getString("payee_name"),
        row.getString("payee_personal_no"), row.getString("payee_relation"), date(row, "entitled_from"),
        maybeDate(row, "entitled_to"));
  }

  private static Beneficiary beneficiary(ResultSet row) throws SQLException {
    return new Beneficiary(row.getString("beneficiary_id"), row.getString("personal_no"), row.getString("full_name"),
        row.getString("birth_date"), row.getString("sex"), row.getString("commune_code"), row.getString("address"),
        row.getString("circumstance"), row.getBoolean("no_transfer"), row.getString("cash_place"),
        LifeStatus.valueOf(row.getString("life_status")), maybeDate(row, "life_status_on"));
  }

  private static @Nullable Account account(ResultSet row) throws SQLException {
    String accountNo = row.getString("account_no");
    return accountNo == null ? null
        : new Account(row.getString("bank_bin"), accountNo, row.getString("account_name"), row.getInt("same_day"));
  }

  private static @Nullable Authorisation authorisation(ResultSet row) throws SQLException {
    String documentNo = row.getString("document_no");
    return documentNo == null ? null
        : new Authorisation(documentNo, row.getString("receiver_name"), row.getString("receiver_personal_no"),
            date(row, "paper_valid_to"));
  }

  private static @Nullable CarriedLine carried(ResultSet row) throws SQLException {
    if (!row.getBoolean("names_a_line")) {
      return null;
    }
    String originPayroll = row.getString("origin_payroll_id");
    return new CarriedLine(row.getString("named_entitlement_id"), row.getString("named_for_from"), row.getString("named_for_to"),
        row.getLong("named_amount_vnd"), originPayroll == null ? null : new LineRef(originPayroll, row.getInt("origin_line_no")));
  }

  private static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static @Nullable LocalDate maybeDate(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
