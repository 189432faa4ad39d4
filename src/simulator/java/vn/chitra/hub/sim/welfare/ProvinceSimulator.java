package vn.chitra.hub.sim.welfare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.Simulator;

/**
 * The province's officers: approve draft payrolls, and make the next month's from the last. In an eventful province people die, accounts
 * are closed and payrolls are withdrawn after the list was handed over.
 */
public final class ProvinceSimulator implements Simulator {

  /** Approvals of some hours become visible together. */
  private static final List<LocalTime> SHOWN_AT = List.of(LocalTime.of(8, 30), LocalTime.of(10, 30), LocalTime.of(13, 30),
      LocalTime.of(16, 30));

  private static final int VALID_SECONDS = 5;

  private final DatabaseAccess owner;
  private final YearMonth first;
  private final int months;
  private final boolean eventful;
  private boolean planned;
  private @Nullable Instant nothingLeftAt;
  private @Nullable Connection kept;

  /** Nothing happens between list and sending. */
  public ProvinceSimulator(DatabaseAccess owner, YearMonth first, int months) {
    this(owner, first, months, false);
  }

  /** @param first month of the data that is there; @param months how many months follow one another, it included */
  public ProvinceSimulator(DatabaseAccess owner, YearMonth first, int months, boolean eventful) {
    this.owner = owner;
    this.first = first;
    this.months = months;
    this.eventful = eventful;
  }

  /** Without events only time makes work here, so a second look at the same time is none. */
  @Override
  public boolean tick(Instant now) {
    if (!eventful && now.equals(nothingLeftAt)) {
      return false;
    }
    boolean did = work(now);
    nothingLeftAt = did ? null : now;
    return did;
  }

  private boolean work(Instant now) {
    try {
      Connection connection = connection();
      boolean did = approve(connection, lastShowing(now)) > 0;
      if (eventful) {
        did |= happen(connection, now);
      }
      Optional<YearMonth> next = nextToMake(connection);
      if (next.isPresent() && !madeAt(next.get()).isAfter(now)) {
        NextMonth.make(connection, next.get(), eventful);
        return true;
      }
      return did;
    } catch (SQLException e) {
      throw new IllegalStateException("the welfare database does not answer", e);
    }
  }

  /** Kept, for a new one at each tick costs PostgreSQL a process; another one when the server was away, and without what was begun. */
  private Connection connection() throws SQLException {
    if (kept != null && !kept.isValid(VALID_SECONDS)) {
      kept.close();
      kept = null;
    }
    Connection connection = kept == null ? owner.open() : kept;
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    kept = connection;
    return connection;
  }

  private boolean happen(Connection connection, Instant now) throws SQLException {
    if (!planned) {
      Happenings.plan(connection, first);
      planned = true;
    }
    return Happenings.happen(connection, now);
  }

  /** The newest time up to now at which approvals show; the day before counts too. */
  private static Instant lastShowing(Instant now) {
    LocalDate day = BusinessDays.day(now);
    return Stream.concat(SHOWN_AT.stream().map(time -> BusinessDays.at(day.minusDays(1), time)),
        SHOWN_AT.stream().map(time -> BusinessDays.at(day, time))).filter(time -> !time.isAfter(now)).reduce((a, b) -> b).orElseThrow();
  }

  private static int approve(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement approve = connection.prepareStatement("""
        UPDATE welfare.payroll p SET status = 'APPROVED', approved_at = plan.approved_at, approved_by = 'Chủ tịch UBND xã',
          updated_at = now()
        FROM maker.approval_plan plan WHERE plan.payroll_id = p.payroll_id AND p.status = 'DRAFT' AND plan.approved_at <= ?""")) {
      approve.setObject(1, PartnerBook.timestamp(now));
      return approve.executeUpdate();
    }
  }

  @Override
  public Optional<Instant> nextDue() {
    try {
      Connection connection = connection();
      Optional<Instant> approval = firstDraft(connection).map(ProvinceSimulator::shownAt);
      Optional<Instant> making = nextToMake(connection).map(ProvinceSimulator::madeAt);
      Optional<Instant> happening = eventful ? Happenings.next(connection) : Optional.empty();
      return Stream.of(approval, making, happening).flatMap(Optional::stream).min(Instant::compareTo);
    } catch (SQLException e) {
      throw new IllegalStateException("the welfare database does not answer", e);
    }
  }

  private static Optional<Instant> firstDraft(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
        SELECT min(plan.approved_at) FROM maker.approval_plan plan JOIN welfare.payroll p USING (payroll_id)
        WHERE p.status = 'DRAFT'""")) {
      row.next();
      return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
  }

  private static Instant shownAt(Instant approval) {
    LocalDate day = BusinessDays.day(approval);
    return SHOWN_AT.stream().map(time -> BusinessDays.at(day, time)).filter(time -> !time.isBefore(approval)).findFirst()
        .orElse(approval);
  }

  private Optional<YearMonth> nextToMake(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT max(month) FROM maker.made")) {
      row.next();
      YearMonth next = row.getString(1) == null ? first : YearMonth.parse(row.getString(1)).plusMonths(1);
      return next.isBefore(first.plusMonths(months)) ? Optional.of(next) : Optional.empty();
    }
  }

  /** After the results of the month before are in. */
  private static Instant madeAt(YearMonth month) {
    return BusinessDays.at(month.minusMonths(1).atDay(18), 7, 30);
  }
}
