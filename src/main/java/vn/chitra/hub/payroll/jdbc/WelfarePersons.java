package vn.chitra.hub.payroll.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.AgencyData;
import vn.chitra.hub.payroll.AccountForm;
import vn.chitra.hub.payroll.NameText;

/** The welfare database as it is at this moment, asked about some entitlements; statements of {@code mappings/welfare-db}. */
@Component
final class WelfarePersons implements AgencyData {

  private final NamedParameterJdbcTemplate welfare;
  private final WelfareSql sql;

  WelfarePersons(@Qualifier("welfareDataSource") DataSource welfareDataSource, WelfareSql sql) {
    this.welfare = new NamedParameterJdbcTemplate(welfareDataSource);
    this.sql = sql;
  }

  @Override
  public Map<String, Account> newestAccounts(Collection<String> entitlements, LocalDate on) {
    Map<String, List<Dated>> newest = new HashMap<>();
    welfare.query(sql.openAccounts(), about(entitlements).addValue("day", on), row -> {
      List<Dated> of = newest.computeIfAbsent(row.getString("entitlement_id"), one -> new ArrayList<>());
      Dated account = dated(row);
      if (of.isEmpty() || of.get(0).registeredOn().equals(account.registeredOn())) {
        of.add(account);
      }
    });
    Map<String, Account> clear = new HashMap<>();
    newest.forEach((entitlement, accounts) -> {
      if (accounts.size() == 1 && accounts.get(0).isUsable()) {
        clear.put(entitlement, accounts.get(0).account());
      }
    });
    return clear;
  }

  @Override
  public Map<String, LocalDate> deaths(Collection<String> entitlements) {
    Map<String, LocalDate> deaths = new HashMap<>();
    welfare.query(sql.personsNow(), about(entitlements), row -> {
      LocalDate on = row.getObject("life_status_on", LocalDate.class);
      if ("DECEASED".equals(row.getString("life_status")) && on != null) {
        deaths.put(row.getString("entitlement_id"), on);
      }
    });
    return deaths;
  }

  private static MapSqlParameterSource about(Collection<String> entitlements) {
    return new MapSqlParameterSource("entitlements", new SqlArrayValue("varchar", entitlements.toArray()));
  }

  private static Dated dated(ResultSet row) throws SQLException {
    return new Dated(row.getObject("registered_on", LocalDate.class), row.getString("account_name"),
        new Account(row.getString("bank_bin"), row.getString("account_no"), NameText.clean(row.getString("account_name"))));
  }

  private record Dated(LocalDate registeredOn, String written, Account account) {

    boolean isUsable() {
      return AccountForm.isAccount(account.accountNo()) && NameText.flaw(written).isEmpty();
    }
  }
}
