package vn.chitra.hub.reconciliation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.partner.ShippedMappings;
import vn.chitra.hub.support.Zone;

/** The shipped calendar has the years 2026 and 2027. */
class WatchCalendarTests {

  private final Cases cases = mock(Cases.class);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"2026-11-02, false", "2027-11-01, false", "2027-11-02, true", "2027-12-31, true", "2028-01-03, true", "2025-12-31, true"})
  void theEndOfTheCalendarIsACaseWeeksAhead(LocalDate today, boolean opens) {
    Clock clock = Clock.fixed(today.atTime(9, 0).atZone(Zone.VIETNAM).toInstant(), Zone.VIETNAM);

    new WatchCalendar(ShippedMappings.loaded().calendar(), cases, clock).watch();

    if (opens) {
      verify(cases).open(any());
      verify(cases, never()).autoClose(any(), any(), any());
    } else {
      verify(cases, never()).open(any());
      verify(cases).autoClose(eq(CaseKind.CALENDAR_ENDS), eq("calendar:holidays"), any());
    }
  }
}
