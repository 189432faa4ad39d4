package vn.chitra.hub.operations.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.support.Zone;

class ExpectedListsTests {

  @ParameterizedTest
  @CsvSource({"2026-11-18T09:00, 2026-11-21T08:00, 3", "2026-11-18T09:00, 2026-11-18T17:00, 0", "2026-11-18T09:00, 2026-11-18T08:50, 0",
      "2026-11-19T00:01, 2026-11-18T23:50, 0"})
  void daysAreLeftOnTheCalendarAndNeverFewerThanNone(LocalDateTime now, LocalDateTime due, long left) {
    assertThat(ExpectedLists.daysLeft(now.atZone(Zone.VIETNAM), due.atZone(Zone.VIETNAM))).isEqualTo(left);
  }
}
