package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.batch.camel.BatchSteps;

final class OutboundFileRouteTests {

  private static final Upload UPLOAD = new Upload(7, "agribank", "agribank", "/in", "CT.csv", Path.of("x"), "ab", 2, 1);
  private static final UploadAttempt PROVEN = new UploadAttempt(7, 1, new UploadResult.Proven("kích thước"));

  private final BatchSteps steps = mock(BatchSteps.class);

  @ParameterizedTest
  @ValueSource(strings = {"bank-file", "post-office", "commune"})
  void commitsSendingBeforeTheUploadAndWhatIsKnownAfterIt(String receivers) throws Exception {
    when(steps.begin("7")).thenReturn(UPLOAD);

    try (RouteSlice slice = new RouteSlice("outbound-file", Map.of("batchSteps", steps))) {
      MockEndpoint partner = slice.caught("partner-upload:sftp");
      partner.whenAnyExchangeReceived(exchange -> {
        verify(steps).begin("7");
        verify(steps, never()).settle(any());
        exchange.getMessage().setBody(PROVEN);
      });
      partner.expectedBodiesReceived(UPLOAD);

      assertThat(slice.give("jms-local:queue:hub." + receivers + ".send", "7").getException()).isNull();
      partner.assertIsSatisfied();
      verify(steps).settle(PROVEN);
    }
  }

  @Test
  void touchesNobodyWhenThereIsNothingToSend() throws Exception {
    try (RouteSlice slice = new RouteSlice("outbound-file", Map.of("batchSteps", steps))) {
      slice.caught("partner-upload:sftp").expectedMessageCount(0);

      assertThat(slice.give("jms-local:queue:hub.bank-file.send", "7").getException()).isNull();
      slice.caught("partner-upload:sftp").assertIsSatisfied();
      verify(steps, never()).settle(any());
    }
  }

  @Test
  void handsAFailureBackToTheQueueInsteadOfSettlingIt() throws Exception {
    when(steps.begin("7")).thenReturn(UPLOAD);

    try (RouteSlice slice = new RouteSlice("outbound-file", Map.of("batchSteps", steps))) {
      slice.caught("partner-upload:sftp").whenAnyExchangeReceived(exchange -> {
        throw new IllegalStateException("mất điện");
      });

      assertThat(slice.give("jms-local:queue:hub.bank-file.send", "7").getException()).hasMessageContaining("mất điện");
      verify(steps, never()).settle(any());
    }
  }
}
