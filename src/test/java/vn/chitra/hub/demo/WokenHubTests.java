package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.support.TimerWakes;

/** How the demo wakes the hub's inboxes. */
class WokenHubTests {

  private final List<String> woken = new ArrayList<>();
  private final WokenHub hub = new WokenHub(Map::of, new NoTimers(), woken::add);

  @Test
  void anInboxIsWokenForRepliesThatItWasNotWokenFor() {
    hub.repliesWait(List.of("xa/a/ve/1.xlsx", "xa/b/ve/1.xlsx", "bidv/out/1.csv"));
    assertThat(woken).containsExactlyInAnyOrder("xa", "bidv");

    woken.clear();
    hub.repliesWait(List.of("xa/b/ve/1.xlsx", "bidv/out/1.csv"));
    assertThat(woken).as("fewer of the same: the hub has them in hand").isEmpty();

    hub.repliesWait(List.of("xa/b/ve/1.xlsx", "xa/c/ve/1.xlsx", "bidv/out/1.csv"));
    assertThat(woken).containsExactly("xa");
  }

  @Test
  void aReplyOfANameThatWasTakenBeforeWakesAgain() {
    hub.repliesWait(List.of("xa/a/ve/1.xlsx"));
    hub.repliesWait(List.of());
    woken.clear();

    hub.repliesWait(List.of("xa/a/ve/1.xlsx"));
    assertThat(woken).containsExactly("xa");
  }

  @Test
  void aReplyThatStaysWakesAgainAfterASecond() {
    hub.repliesWait(List.of("xa/a/ve/1.xlsx"));
    woken.clear();

    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
      hub.repliesWait(List.of("xa/a/ve/1.xlsx"));
      assertThat(woken).containsExactly("xa");
    });
  }

  private static final class NoTimers implements TimerWakes {

    @Override
    public void wake(String timer) {
      // there is none
    }

    @Override
    public void wakeAll() {
      // there is none
    }
  }
}
