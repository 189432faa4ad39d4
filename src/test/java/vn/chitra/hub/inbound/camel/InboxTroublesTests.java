package vn.chitra.hub.inbound.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;

/** The log has one line when an inbox begins to fail, when the reason changes, and when it is read again. */
class InboxTroublesTests {

  private final InboxTroubles troubles = new InboxTroubles(Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class,
      CaseKind.class)).partners().all().get(0), "out", new NoCases());

  InboxTroublesTests() throws IOException {}

  @Test
  void aServerThatIsAwayForManyPollsIsLoggedOnceAndOnceMoreWhenItIsBack() {
    polls(50, "Connection refused");
    assertThat(troubles.changes()).isOne();
    polls(50, "No route to host");
    assertThat(troubles.changes()).isEqualTo(2);
    polls(50, null);
    assertThat(troubles.changes()).isEqualTo(3);
    polls(1, "Connection refused");
    assertThat(troubles.changes()).isEqualTo(4);
  }

  @Test
  void aFileThatFailsWithinAPollThatGoesOnIsLoggedOnceToo() {
    for (int poll = 0; poll < 20; poll++) {
      troubles.beginPoll();
      troubles.handleException("cannot read", new IOException("one file"));
      troubles.endPoll();
    }
    assertThat(troubles.changes()).isOne();
  }

  /** @param reason null for polls that succeed */
  private void polls(int times, String reason) {
    for (int poll = 0; poll < times; poll++) {
      troubles.beginPoll();
      if (reason == null) {
        troubles.endPoll();
      } else {
        troubles.handleException("cannot connect", new IOException(reason));
      }
    }
  }

  private static final class NoCases implements Cases {

    @Override
    public void openAll(Collection<NewCase> cases) {
      assertThat(cases).isEmpty();
    }

    @Override
    public Set<String> openOnes(CaseKind kind, Collection<String> subjects) {
      return Set.of();
    }

    @Override
    public void autoCloseAll(CaseKind kind, Collection<String> subjects, String resolution) {
      // there is none
    }

    @Override
    public void autoCloseOthers(CaseKind kind, String partner, Collection<String> remaining, String resolution) {
      // there is none
    }
  }
}
