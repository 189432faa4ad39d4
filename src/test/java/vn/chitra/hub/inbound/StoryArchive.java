package vn.chitra.hub.inbound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.payout.OldMonths;
import vn.chitra.hub.support.Zone;

/**
 * Moves every payout that may be moved to the archive before something reaches the hub, and brings back what the hub itself left there, so
 * that the books can be read. A month counts as closed and its results as written during the move only.
 */
final class StoryArchive {

  private static final LocalDate END_OF_TIME = LocalDate.of(2100, 1, 1);
  private static final String NOT_CLOSED = """
      insert into period_close (programme, period, closed_at) select distinct programme, period, timestamptz '2000-01-01 00:00Z' from payout
      on conflict do nothing""";

  private final JdbcTemplate jdbc;
  private final OldMonths months;
  private int moved;
  private int decided;

  StoryArchive(HubFixture hub) {
    jdbc = hub.bean(JdbcTemplate.class);
    months = new OldMonths(hub.bean(DataSource.class));
  }

  /** Payouts moved so far. */
  int moved() {
    return moved;
  }

  /** Payouts so far that the hub brought back by itself. */
  int returnedByTheHub() {
    return decided;
  }

  void around(Runnable work) {
    int away = move();
    work.run();
    decided += away - count();
    for (LocalDate period : jdbc.queryForList("select period from archived_month", LocalDate.class)) {
      YearMonth month = YearMonth.from(period);
      months.beginUnarchiving(month);
      months.unarchive(month, Integer.MAX_VALUE);
      months.endUnarchiving(month);
    }
  }

  private int move() {
    jdbc.update(NOT_CLOSED);
    List<Long> unwritten = jdbc.queryForList("update result_change set written = true where not written returning change_id", Long.class);
    for (LocalDate period : jdbc.queryForList("select distinct period from payout", LocalDate.class)) {
      YearMonth month = YearMonth.from(period);
      months.begin(month, period.atStartOfDay(Zone.VIETNAM).toInstant());
      months.move(month, 0, Integer.MAX_VALUE, END_OF_TIME);
    }
    jdbc.update("delete from period_close where closed_at = timestamptz '2000-01-01 00:00Z'");
    unwritten.forEach(change -> jdbc.update("update result_change set written = false where change_id = ?", change));
    int away = count();
    moved += away;
    return away;
  }

  private int count() {
    return jdbc.queryForObject("select count(*) from archived_payout", Integer.class);
  }
}
