package vn.chitra.hub.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.chitra.hub.batch.camel.LoginCases;
import vn.chitra.hub.support.MovableClock;

/** An item that fails at every tick says so within minutes, once. */
class RepeatedWorkTests {

  private final LoginCases cases = new LoginCases();
  private final Set<String> open = new HashSet<>();
  private final MovableClock clock = new MovableClock("2031-01-01T00:00:00Z");
  private final OpenCases inDatabase = mock(OpenCases.class);
  private final RepeatedWork work = new RepeatedWork(cases, inDatabase, clock);

  @BeforeEach
  void theDatabase() {
    when(inDatabase.subjects(CaseKind.WORK_FAILING)).thenReturn(open);
  }

  @Test
  void anItemThatFailsForAMinuteIsACaseThatNamesIt() {
    fails("batch:1", new IOException("bí mật"));
    assertThat(cases.opened).as("once may be chance").isEmpty();
    clock.pass(Duration.ofSeconds(61));
    fails("batch:1", new IOException("bí mật"));
    assertThat(cases.opened).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo(CaseKind.WORK_FAILING);
      assertThat(one.subject()).isEqualTo("batch:1");
      assertThat(one.evidence()).contains("Lập tệp", "IOException").doesNotContain("bí mật");
    });
  }

  @Test
  void anItemThatSucceedsBetweenIsNone() throws IOException {
    fails("batch:1", new IOException());
    clock.pass(Duration.ofSeconds(61));
    succeeds("batch:1");
    fails("batch:1", new IOException());
    assertThat(cases.opened).isEmpty();
  }

  @Test
  void successEndsTheCase() throws IOException {
    fails("batch:1", new IOException());
    clock.pass(Duration.ofSeconds(61));
    fails("batch:1", new IOException());
    succeeds("batch:2");
    assertThat(cases.closed).isEmpty();
    succeeds("batch:1");
    assertThat(cases.closed).containsExactly("WORK_FAILING batch:1");
    succeeds("batch:1");
    assertThat(cases.closed).as("once").hasSize(1);
  }

  @Test
  void successEndsTheCaseOfAnEarlierProcess() throws IOException {
    open.add("batch:1");
    succeeds("batch:1");
    assertThat(cases.closed).containsExactly("WORK_FAILING batch:1");
  }

  @Test
  void aCaseThatTheDatabaseDidNotCloseIsClosedByTheNextSuccess() throws IOException {
    fails("batch:1", new IOException());
    cases.away = true;
    succeeds("batch:1");
    cases.away = false;
    succeeds("batch:1");
    assertThat(cases.closed).containsExactly("WORK_FAILING batch:1");
  }

  @Test
  void aDatabaseThatIsAwayIsNoItemsTrouble() {
    for (int tick = 0; tick < 10; tick++) {
      fails("batch:1", new DataAccessResourceFailureException("gone", new SQLException("gone", "08006")));
      clock.pass(Duration.ofSeconds(61));
    }
    assertThat(cases.opened).isEmpty();
  }

  private void succeeds(String subject) throws IOException {
    work.<IOException>attempt(subject, "Lập tệp", () -> { });
  }

  private void fails(String subject, Exception why) {
    assertThatThrownBy(() -> work.attempt(subject, "Lập tệp", () -> {
      throw why;
    })).isSameAs(why);
  }
}
