package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.alert.camel.AlertSteps;
import vn.chitra.hub.operations.MachineWatch;

final class AlertsRouteTests {

  private final AlertSteps steps = mock(AlertSteps.class);
  private final MachineWatch machine = mock(MachineWatch.class);

  @Test
  void notifiesAndSendsByTwoTimersSoThatAMailServerThatIsAwayStopsNoCase() throws Exception {
    when(steps.send()).thenThrow(new IllegalStateException("máy chủ thư tắt"));

    try (RouteSlice slice = new RouteSlice("alerts", Map.of("alertSteps", steps, "machineWatch", machine))) {
      assertThat(slice.tick("alerts-machine").getException()).isNull();
      verify(machine).watchDisk();
      verify(machine).watchWelfareRights();
      assertThat(slice.tick("alerts-send").getException()).hasMessageContaining("máy chủ thư tắt");
      verify(steps, never()).notifyPeople();

      assertThat(slice.tick("alerts-notify").getException()).isNull();
      verify(steps).notifyPeople();
    }
  }
}
