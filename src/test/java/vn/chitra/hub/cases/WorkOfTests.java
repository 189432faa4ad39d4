package vn.chitra.hub.cases;

import java.time.Clock;
import org.mockito.Mockito;

/** Repeated work without a database, for tests of other packages. */
public final class WorkOfTests {

  private WorkOfTests() {}

  /** No case is open before. */
  public static RepeatedWork work(Cases cases, Clock wallClock) {
    return new RepeatedWork(cases, Mockito.mock(OpenCases.class), wallClock);
  }
}
