package vn.chitra.hub.welfare.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.payout.AgencyData;
import vn.chitra.hub.payroll.AccountForm;
import vn.chitra.hub.payroll.NameText;
import vn.chitra.hub.payroll.PayrollLine.LifeStatus;
import vn.chitra.hub.payroll.PersonsNow;

/** Reads current data of some entitlements from the welfare database; statements of {@code mappings/welfare-db}. */
@Component
final class WelfarePersons implements AgencyData, PersonsNow {

  private final NamedParameterJdbcTemplate welfare;
  private final NamedParameterJdbcTemplate streaming;
  private final TransactionTemplate snapshots;
  private final WelfareSql sql;

  WelfarePersons(@Qualifier("welfareDataSource") DataSource welfareDataSource, WelfareSql sql) {
    this.welfare = new NamedParameterJdbcTemplate(welfareDataSource);
    this.sql = sql;
    JdbcTemplate cursor = new JdbcTemplate(welfareDataSource);
    cursor.setFetchSize(WelfareDatabase.ROWS_AT_ONCE);
    this.streaming = new NamedParameterJdbcTemplate(cursor);
    this.snapshots = new TransactionTemplate(new JdbcTransactionManager(welfareDataSource));
    this.snapshots.setReadOnly(true);
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

  @Override
  public Map<String, Person> persons(Collection<String> entitlements) {
    Map<String, Person> persons = new HashMap<>();
    welfare.query(sql.personsNow(), about(entitlements), row -> {
      persons.put(row.getString("entitlement_id"), new Person(row.getObject("valid_from", LocalDate.class),
          row.getObject("valid_to", LocalDate.class), LifeStatus.valueOf(row.getString("life_status")),
          row.getObject("life_status_on", LocalDate.class)));
    });
    return persons;
  }

  @Override
  public Map<String, Set<String>> openAccounts(Collection<String> entitlements, LocalDate on) {
    Map<String, Set<String>> open = new HashMap<>();
    welfare.query(sql.openAccounts(), about(entitlements).addValue("day", on), row -> {
      open.computeIfAbsent(row.getString("entitlement_id"), one -> new HashSet<>())
          .add(row.getString("bank_bin") + "/" + row.getString("account_no"));
    });
    return open;
  }

  @Override
  public Instant changedSince(Instant since, int chunk, Consumer<List<String>> use) {
    Changes changes = new Changes(since, chunk, use);
    snapshots.executeWithoutResult(status -> streaming.query(sql.changedEntitlements(),
        new MapSqlParameterSource("since", since.atOffset(ZoneOffset.UTC)), (RowCallbackHandler) changes::next));
    return changes.finish();
  }

  private static MapSqlParameterSource about(Collection<String> entitlements) {
    return new MapSqlParameterSource("entitlements", new SqlArrayValue("varchar", entitlements.toArray()));
  }

  private static Dated dated(ResultSet row) throws SQLException {
    return new Dated(row.getObject("registered_on", LocalDate.class), row.getString("account_name"),
        new Account(row.getString("bank_bin"), row.getString("account_no"), NameText.clean(row.getString("account_name"))));
  }

  /** Passes changes on chunk by chunk and remembers the newest. */
  private static final class Changes {

    private final int size;
    private final Consumer<List<String>> use;
    private final List<String> waiting = new ArrayList<>();
    private Instant newest;

    Changes(Instant since, int size, Consumer<List<String>> use) {
      this.newest = since;
      this.size = size;
      this.use = use;
    }

    void next(ResultSet row) throws SQLException {
      waiting.add(row.getString("entitlement_id"));
      newest = row.getObject("updated_at", OffsetDateTime.class).toInstant();
      if (waiting.size() == size) {
        handOn();
      }
    }

    Instant finish() {
      if (!waiting.isEmpty()) {
        handOn();
      }
      return newest;
    }

    private void handOn() {
      use.accept(List.copyOf(waiting));
      waiting.clear();
    }
  }

  private record Dated(LocalDate registeredOn, String written, Account account) {

    boolean isUsable() {
      return AccountForm.flaw(account.accountNo(), written).isEmpty();
    }
  }
}
