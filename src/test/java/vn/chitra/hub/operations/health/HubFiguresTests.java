package vn.chitra.hub.operations.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chitra.hub.support.MovableClock;

class HubFiguresTests {

  private static final Instant NOON = Instant.parse("2026-12-01T05:00:00Z");

  private final MovableClock clock = new MovableClock("2026-12-01T05:00:00Z");
  private int counts;

  @Test
  void countsAtMostEveryFifteenSeconds() {
    HubFigures figures = figures(Duration.ZERO);

    figures.of("payouts.OPEN");
    figures.of("outbox.rows");
    clock.moveTo(NOON.plusSeconds(14));
    figures.of("payouts.PAID");
    figures.of("outbox.lag");
    assertThat(counts).as("payouts once, the others once").isEqualTo(2);

    clock.moveTo(NOON.plusSeconds(15));
    figures.of("payouts.PAID");
    figures.of("outbox.lag");
    assertThat(counts).isEqualTo(4);
  }

  @Test
  void payoutsThatTakeLongToCountAreCountedSeldom() {
    HubFigures figures = figures(Duration.ofSeconds(2));

    figures.of("payouts.OPEN");
    clock.moveTo(NOON.plusSeconds(199));
    figures.of("payouts.OPEN");
    assertThat(counts).isEqualTo(1);

    clock.moveTo(NOON.plusSeconds(200));
    figures.of("payouts.OPEN");
    assertThat(counts).isEqualTo(2);
  }

  @Test
  void noCountIsOlderThanFiveMinutes() {
    HubFigures figures = figures(Duration.ofSeconds(30));

    figures.of("payouts.OPEN");
    clock.moveTo(NOON.plusSeconds(30 + 299));
    figures.of("payouts.OPEN");
    assertThat(counts).isEqualTo(1);

    clock.moveTo(NOON.plusSeconds(30 + 300));
    figures.of("payouts.OPEN");
    assertThat(counts).isEqualTo(2);
  }

  @Test
  void theOthersAreCountedEveryFifteenSecondsHoweverLongThatTakes() {
    HubFigures figures = figures(Duration.ofSeconds(2));

    figures.of("outbox.lag");
    clock.moveTo(NOON.plusSeconds(15));
    figures.of("outbox.lag");
    assertThat(counts).isEqualTo(2);
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
