package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.operations.DeadLetters;
import vn.chitra.hub.operations.DueMessages;
import vn.chitra.hub.outbox.OutboxRelay;

final class OutboxRelayRouteTests {

  private final OutboxRelay relay = mock(OutboxRelay.class);
  private final DueMessages due = mock(DueMessages.class);
  private final DeadLetters dead = mock(DeadLetters.class);

  @Test
  void relaysQueuesAgainAndWatchesDeadLettersByTimersOfTheirOwn() throws Exception {
    when(due.queueAgain()).thenThrow(new IllegalStateException("cơ sở dữ liệu tắt"));

    try (RouteSlice slice = new RouteSlice("outbox-relay", Map.of("outboxRelay", relay, "dueMessages", due, "deadLetters", dead))) {
      assertThat(slice.tick("outbox-recovery").getException()).hasMessageContaining("cơ sở dữ liệu tắt");
      assertThat(slice.tick("outbox-relay").getException()).isNull();
      assertThat(slice.tick("outbox-dead").getException()).isNull();

      verify(due).queueAgain();
      verify(relay).relay();
      verify(dead).watch();
    }
  }
}
