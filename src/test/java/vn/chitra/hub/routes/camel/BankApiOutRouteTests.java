package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.channel.bankapi.BulkReply;
import vn.chitra.hub.channel.bankapi.camel.BankApiSteps;

final class BankApiOutRouteTests {

  private static final String QUEUE = "jms-local:queue:hub.bank-api.send";
  private static final BulkReply HELD = new BulkReply.Held("B-1", 202, new byte[0]);

  private final BankApiSteps steps = mock(BankApiSteps.class);

  @Test
  void postsAFirstAttemptWithoutAQueryAndSettlesIt() throws Exception {
    BankApiSteps.Attempt first = attempt(1, null);
    when(steps.begin("7")).thenReturn(first);
    when(steps.post(first)).thenReturn(attempt(1, HELD));

    try (RouteSlice slice = new RouteSlice("bank-api-out", Map.of("bankApiSteps", steps))) {
      assertThat(slice.give(QUEUE, "7").getException()).isNull();

      var order = inOrder(steps);
      order.verify(steps).begin("7");
      order.verify(steps).post(first);
      order.verify(steps).settle(attempt(1, HELD));
      verify(steps, never()).query(any());
    }
  }

  @Test
  void queriesAfterADoubtAndDoesNotPostWhatTheBankHolds() throws Exception {
    when(steps.begin("7")).thenReturn(attempt(2, null));
    when(steps.query(attempt(2, null))).thenReturn(attempt(2, HELD));

    try (RouteSlice slice = new RouteSlice("bank-api-out", Map.of("bankApiSteps", steps))) {
      slice.give(QUEUE, "7");

      verify(steps).settle(attempt(2, HELD));
      verify(steps, never()).post(any());
    }
  }

  @Test
  void doesNotPostWhenTheQueryStaysOpen() throws Exception {
    BulkReply silent = new BulkReply.NotKnown("hết giờ", null);
    when(steps.begin("7")).thenReturn(attempt(2, null));
    when(steps.query(attempt(2, null))).thenReturn(attempt(2, silent));

    try (RouteSlice slice = new RouteSlice("bank-api-out", Map.of("bankApiSteps", steps))) {
      slice.give(QUEUE, "7");

      verify(steps).settle(attempt(2, silent));
      verify(steps, never()).post(any());
    }
  }

  @Test
  void postsAgainOnlyWhatTheBankDoesNotKnow() throws Exception {
    when(steps.begin("7")).thenReturn(attempt(2, null));
    when(steps.query(attempt(2, null))).thenReturn(attempt(2, null));
    when(steps.post(attempt(2, null))).thenReturn(attempt(2, HELD));

    try (RouteSlice slice = new RouteSlice("bank-api-out", Map.of("bankApiSteps", steps))) {
      slice.give(QUEUE, "7");

      verify(steps).settle(attempt(2, HELD));
    }
  }

  @Test
  void callsNobodyWhenThereIsNothingToSend() throws Exception {
    try (RouteSlice slice = new RouteSlice("bank-api-out", Map.of("bankApiSteps", steps))) {
      slice.give(QUEUE, "7");

      verify(steps).begin("7");
      verifyNoMoreInteractions(steps);
    }
  }

  @Test
  void handsAFailureBackToTheQueueInsteadOfSettlingIt() throws Exception {
    when(steps.begin("7")).thenReturn(attempt(1, null));
    when(steps.post(any())).thenThrow(new IOException("đĩa hỏng"));

    try (RouteSlice slice = new RouteSlice("bank-api-out", Map.of("bankApiSteps", steps))) {
      assertThat(slice.give(QUEUE, "7").getException()).hasMessageContaining("đĩa hỏng");
      verify(steps, never()).settle(any());
    }
  }

  private static BankApiSteps.Attempt attempt(int number, BulkReply reply) {
    return new BankApiSteps.Attempt(new Upload(7, "vietinbank", "vietinbank", "", "B.json", Path.of("x"), "ab", 2, number), reply);
  }
}
