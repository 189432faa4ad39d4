package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.batch.camel.BatchSteps;

final class BatchGatherRouteTests {

  private final BatchSteps steps = mock(BatchSteps.class);

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      bank-file   | BANK_CSV,BANK_FIXED,BANK_ISO
      bank-api    | BANK_API
      post-office | POST_OFFICE
      commune     | COMMUNE""")
  void everyWayOutHasATimerForItsKindsOfPartner(String way, String kinds) throws Exception {
    when(steps.partners(kinds)).thenReturn(List.of("một", "hai"));
    when(steps.gather("một")).thenReturn(List.of(1L, 2L));
    when(steps.gather("hai")).thenReturn(List.of(3L));

    try (RouteSlice slice = new RouteSlice("batch-gather", Map.of("batchSteps", steps))) {
      MockEndpoint build = slice.caught("direct:batch-build");
      build.expectedBodiesReceived(1L, 2L, 3L);

      assertThat(slice.tick("batch-gather-" + way).getException()).isNull();
      build.assertIsSatisfied();
      assertThat(slice.camel().getRoute("batch-gather-" + way)).isNotNull();
    }
  }

  @Test
  void aPartnerOrBatchThatFailsLeavesTheOthersAlone() throws Exception {
    when(steps.partners(anyString())).thenReturn(List.of("một", "hai"));
    when(steps.gather("một")).thenThrow(new IllegalStateException("lịch thiếu"));
    when(steps.gather("hai")).thenReturn(List.of(3L, 4L));

    try (RouteSlice slice = new RouteSlice("batch-gather", Map.of("batchSteps", steps))) {
      MockEndpoint build = slice.caught("direct:batch-build");
      build.whenExchangeReceived(1, exchange -> {
        throw new IllegalStateException("đĩa đầy");
      });

      slice.tick("batch-gather-commune");

      assertThat(build.getReceivedExchanges()).extracting(exchange -> exchange.getMessage().getBody()).containsExactly(3L, 4L);
    }
  }
}
