package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.Unverified;
import vn.chitra.hub.batch.UnverifiedBytes;
import vn.chitra.hub.batch.camel.BatchSteps;

final class BatchBuildRouteTests {

  private final BatchSteps steps = mock(BatchSteps.class);

  @Test
  void readsThePersonsAfreshBeforeTheBatchIsBuilt() throws Exception {
    try (RouteSlice slice = new RouteSlice("batch-build", Map.of("batchSteps", steps))) {
      assertThat(slice.give("direct:batch-build", 7L).getException()).isNull();

      var order = inOrder(steps);
      order.verify(steps).recheckPersons(7);
      order.verify(steps).build(7);
      verifyNoMoreInteractions(steps);
    }
  }

  @Test
  void buildsNothingWhileThePersonsCannotBeRead() throws Exception {
    doThrow(new IllegalStateException("cơ sở dữ liệu của tỉnh tắt")).when(steps).recheckPersons(7);

    try (RouteSlice slice = new RouteSlice("batch-build", Map.of("batchSteps", steps))) {
      assertThat(slice.give("direct:batch-build", 7L).getException()).hasMessageContaining("cơ sở dữ liệu của tỉnh tắt");
      verify(steps, never()).build(anyLong());
    }
  }

  @Test
  void setsAsideWhatFailsItsCheck() throws Exception {
    UnverifiedBytes complaint = Unverified.batch(7);
    doThrow(complaint).when(steps).build(7);

    try (RouteSlice slice = new RouteSlice("batch-build", Map.of("batchSteps", steps))) {
      assertThat(slice.give("direct:batch-build", 7L).getException()).isNull();
      verify(steps).setAside(complaint);
    }
  }

  @Test
  void setsNothingAsideForATechnicalFailure() throws Exception {
    doThrow(new IllegalStateException("đĩa đầy")).when(steps).build(7);

    try (RouteSlice slice = new RouteSlice("batch-build", Map.of("batchSteps", steps))) {
      assertThat(slice.give("direct:batch-build", 7L).getException()).hasMessageContaining("đĩa đầy");
      verify(steps, never()).setAside(any());
    }
  }
}
