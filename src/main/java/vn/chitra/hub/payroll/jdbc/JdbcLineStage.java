package vn.chitra.hub.payroll.jdbc;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payroll.CarriedPayout;
import vn.chitra.hub.payroll.JudgedLine;
import vn.chitra.hub.payroll.LineKind;
import vn.chitra.hub.payroll.LineRef;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.payroll.MonthRange;
import vn.chitra.hub.payroll.PayrollHeader;
import vn.chitra.hub.payroll.Tally;

/** The stage as a temporary table of the hub's database that lives as long as the transaction. */
@Component
final class JdbcLineStage implements LineStage {

  private final JdbcTemplate hub;
  private final NamedParameterJdbcTemplate named;

  JdbcLineStage(JdbcTemplate hub) {
    this.hub = hub;
    this.named = new NamedParameterJdbcTemplate(hub);
  }

  @Override
  public void lock() {
    hub.query(StageSql.LOCK, (ResultSet locked) -> {});
  }

  @Override
  public void open() {
    hub.execute(StageSql.DROP);
    hub.execute(StageSql.OPEN);
  }

  @Override
  public Map<LineRef, CarriedPayout> carriedPayouts(Collection<LineRef> origins) {
    Map<LineRef, CarriedPayout> found = new HashMap<>();
    if (!origins.isEmpty()) {
      hub.query(connection -> {
        PreparedStatement statement = connection.prepareStatement(StageSql.CARRIED);
        statement.setArray(1, connection.createArrayOf("varchar", origins.stream().map(LineRef::payrollId).toArray()));
        statement.setArray(2, connection.createArrayOf("int4", origins.stream().map(LineRef::lineNo).toArray()));
        return statement;
      }, (ResultSet row) -> {
        found.put(new LineRef(row.getString("payroll_id"), row.getInt("line_no")), carried(row));
      });
    }
    return found;
  }

  @Override
  public void stage(List<JudgedLine> lines) {
    if (!lines.isEmpty()) {
      hub.batchUpdate(StageSql.STAGE, lines.stream().map(StagedRow::of).toList());
    }
  }

  @Override
  public Booked book(PayrollHeader header, Instant at) {
    hub.execute(StageSql.ANALYZE);
    MapSqlParameterSource parameters = parameters(header, at);
    for (String step : List.of(StageSql.REVIVE, StageSql.MAKE, StageSql.REFUSE_JUDGED, StageSql.REFUSE_TAKEN_KEYS,
        StageSql.REFUSE_NOT_REVIVED, StageSql.NOTE_CANDIDATES, StageSql.OPEN_MONTH_AGAIN)) {
      named.update(step, parameters);
    }
    return new Booked(tally(StageSql.ACCEPTED, parameters), tally(StageSql.REFUSED, parameters));
  }

  @Override
  public void forEachHeld(String payrollId, int chunk, Consumer<List<HeldPayout>> use) {
    int after = Integer.MIN_VALUE;
    List<HeldPayout> held;
    do {
      held = named.query(StageSql.HELD, Map.of("payroll", payrollId, "after", after, "chunk", chunk),
          (row, number) -> new HeldPayout(row.getLong("payout_id"), row.getInt("line_no"), row.getLong("amount_vnd"),
              row.getString("hold_text")));
      if (!held.isEmpty()) {
        use.accept(held);
        after = held.get(held.size() - 1).lineNo();
      }
    } while (held.size() == chunk);
  }

  @Override
  public void queuePlan(String payrollId) {
    named.update(StageSql.QUEUE_PLAN, Map.of("payroll", payrollId));
  }

  private static MapSqlParameterSource parameters(PayrollHeader header, Instant at) {
    MonthRange period = header.period().orElse(null);
    return new MapSqlParameterSource()
        .addValue("payroll", header.payrollId())
        .addValue("programme", header.programme())
        .addValue("commune", header.communeCode())
        .addValue("period", period == null ? null : period.lastMonthsFirstDay())
        .addValue("payFrom", header.payFrom())
        .addValue("payUntil", header.payUntil())
        .addValue("at", at.atOffset(ZoneOffset.UTC));
  }

  private Tally tally(String sql, MapSqlParameterSource parameters) {
    return Objects.requireNonNull(named.queryForObject(sql, parameters,
        (row, number) -> new Tally(Math.toIntExact(row.getLong(1)), row.getObject(2, BigDecimal.class).longValueExact())));
  }

  private static CarriedPayout carried(ResultSet row) throws SQLException {
    MonthRange months = new MonthRange(YearMonth.from(row.getObject("for_from", LocalDate.class)),
        YearMonth.from(row.getObject("for_to", LocalDate.class)));
    return new CarriedPayout(row.getLong("payout_id"), row.getString("entitlement_id"), row.getString("programme"),
        LineKind.valueOf(row.getString("kind")), months, row.getLong("amount_vnd"), row.getBoolean("waiting"));
  }
}
