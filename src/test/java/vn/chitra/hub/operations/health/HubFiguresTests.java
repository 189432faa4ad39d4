package vn.chitra.hub.operations.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chitra.hub.support.MovableClock;

class HubFiguresTests {

  private static final Instant NOON = Instant.parse("2026-12-01T05:00:00Z");

  private final MovableClock clock = new MovableClock("2026-12-01T05:00:00Z");
  private int counts;

  /** A quick count holds for fifteen seconds, a slow one for 99 times its own time, none for more than five minutes. */
  @ParameterizedTest
  @CsvSource({"payouts.OPEN, 0, 15", "payouts.OPEN, 2, 200", "payouts.OPEN, 30, 330", "outbox.lag, 0, 15", "outbox.lag, 2, 15"})
  void aCountHoldsForAWhile(String name, long secondsToCount, long nextAfter) {
    HubFigures figures = figures(Duration.ofSeconds(secondsToCount));

    figures.of(name);
    clock.moveTo(NOON.plusSeconds(nextAfter - 1));
    figures.of(name);
    assertThat(counts).isEqualTo(1);

    clock.moveTo(NOON.plusSeconds(nextAfter));
    figures.of(name);
    assertThat(counts).isEqualTo(2);
  }

  @Test
  void oneCountServesAllNamesOfItsKind() {
    HubFigures figures = figures(Duration.ZERO);

    List.of("payouts.OPEN", "payouts.PAID", "outbox.lag", "outbox.rows").forEach(figures::of);
    assertThat(counts).as("payouts once, the others once").isEqualTo(2);
  }

  /** Each count takes so long by the clock. */
  private HubFigures figures(Duration each) {
    JdbcClient.StatementSpec statement = mock(JdbcClient.StatementSpec.class, call -> {
      if (!call.getMethod().getName().equals("query")) {
        return call.getMock();
      }
      counts++;
      clock.moveTo(clock.instant().plus(each));
      return null;
    });
    JdbcClient jdbc = mock(JdbcClient.class);
    when(jdbc.sql(anyString())).thenReturn(statement);
    return new HubFigures(jdbc, clock, clock);
  }
}
