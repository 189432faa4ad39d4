package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.batch.camel.DispatchSteps;

class BankFileOutRouteTests {

  private static final Upload UPLOAD = new Upload(7, "agribank", "agribank", "/in", "CT.csv", Path.of("x"), "ab", 2, 1);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final DispatchSteps steps = mock(DispatchSteps.class);

  @Test
  void buildsEveryOpenBatchOnceEvenIfOneFails() throws Exception {
    when(steps.gatherBankFiles()).thenReturn(List.of(1L, 2L, 3L));
    doThrow(new IllegalStateException("đĩa đầy")).when(steps).build(2L);

    try (RouteSlice slice = new RouteSlice("bank-file-out", Map.of("dispatchSteps", steps))) {
      slice.start("bank-file-out-build", "bank-file-out-gather");

      verify(steps, timeout(SOON.toMillis())).build(1L);
      verify(steps, timeout(SOON.toMillis())).build(3L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bank-file-out", "post-office-out", "commune-out"})
  void commitsSendingBeforeTheBytesAndWhatIsKnownAfterThem(String flow) throws Exception {
    UploadAttempt attempted = new UploadAttempt(7, 1, new UploadResult.Proven("kích thước"));
    when(steps.begin("7")).thenReturn(UPLOAD);
    when(steps.deliver(UPLOAD)).thenReturn(attempted);

    try (RouteSlice slice = new RouteSlice(flow, Map.of("dispatchSteps", steps))) {
      slice.start(flow + "-send").give("jms-local:queue:hub." + flow.replace("-out", "") + ".send", "7");

      verify(steps, timeout(SOON.toMillis())).settle(attempted);
      var order = inOrder(steps);
      order.verify(steps).begin("7");
      order.verify(steps).deliver(UPLOAD);
      order.verify(steps).settle(attempted);
    }
  }

  @Test
  void touchesNobodyWhenThereIsNothingToSend() throws Exception {
    when(steps.begin("7")).thenReturn(null);

    try (RouteSlice slice = new RouteSlice("bank-file-out", Map.of("dispatchSteps", steps))) {
      slice.start("bank-file-out-send").give("jms-local:queue:hub.bank-file.send", "7");

      verify(steps, timeout(SOON.toMillis())).begin("7");
      await().during(Duration.ofMillis(100)).atMost(SOON).untilAsserted(() -> verify(steps, never()).deliver(any()));
    }
  }

  @Test
  void handsAFailureBackToTheQueueInsteadOfSettlingIt() throws Exception {
    when(steps.begin("7")).thenReturn(UPLOAD);
    when(steps.deliver(UPLOAD)).thenThrow(new IllegalStateException("mất điện"));

    try (RouteSlice slice = new RouteSlice("bank-file-out", Map.of("dispatchSteps", steps))) {
      slice.start("bank-file-out-send");
      var exchange = slice.give("jms-local:queue:hub.bank-file.send?waitForTaskToComplete=Always&exchangePattern=InOut", "7");

      assertThat(exchange.getException()).hasMessageContaining("mất điện");
      verify(steps, never()).settle(any());
    }
  }
}
