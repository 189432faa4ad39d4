package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payroll.camel.PayrollSteps;

final class PersonChangesRouteTests {

  @Test
  void looksForChangesAtEveryTickAndTriesAgainAtTheNext() throws Exception {
    PayrollSteps steps = mock(PayrollSteps.class);
    doThrow(new IllegalStateException("cơ sở dữ liệu của tỉnh tắt")).doNothing().when(steps).watchChanges();

    try (RouteSlice slice = new RouteSlice("person-changes", Map.of("payrollSteps", steps))) {
      assertThat(slice.tick("person-changes").getException()).hasMessageContaining("cơ sở dữ liệu của tỉnh tắt");
      assertThat(slice.tick("person-changes").getException()).isNull();
      verify(steps, times(2)).watchChanges();
    }
  }
}
