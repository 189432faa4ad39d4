package vn.chitra.hub.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.chitra.hub.batch.camel.LoginCases;
import vn.chitra.hub.support.MovableClock;

/** Proves of a step of a route that an item which fails at every tick is one case, which success ends. */
public final class FailingItems {

  private final LoginCases cases = new LoginCases();
  private final MovableClock clock = new MovableClock("2031-01-01T00:00:00Z");
  public final RepeatedWork work = WorkOfTests.work(cases, clock);

  /** @param step fails each time */
  public void isACase(String subject, ThrowingCallable step) {
    cases.opened.clear();
    for (int tick = 0; tick < 3; tick++) {
      assertThatThrownBy(step).isInstanceOf(IllegalStateException.class);
      clock.pass(Duration.ofSeconds(31));
    }
    assertThat(cases.opened).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo(CaseKind.WORK_FAILING);
      assertThat(one.subject()).isEqualTo(subject);
    });
  }

  /** @param step succeeds now */
  public void ends(String subject, ThrowingCallable step) throws Throwable {
    cases.closed.clear();
    step.call();
    assertThat(cases.closed).containsExactly("WORK_FAILING " + subject);
  }
}
