package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payout.camel.PayoutSteps;

final class ErrorHandlingRouteTests {

  @Test
  void nothingIsHandledWhereAQueueAndTheDatabaseGoTogether() throws Exception {
    assertThat(calls("transacted")).isEqualTo(1);
  }

  @Test
  void nothingIsHandledWhereTheBrokerDeliversAgain() throws Exception {
    assertThat(calls("outbound")).isEqualTo(1);
  }

  @Test
  void whatIsPolledIsTriedAgainAtTheNextTickAndNotBefore() throws Exception {
    assertThat(calls("polled")).isEqualTo(1);
    assertThat(calls("inbound-file")).isEqualTo(1);
  }

  /** How often a failing step is called before its exception comes back to who gave the message. */
  private static int calls(String policy) throws Exception {
    int[] calls = {0};
    try (RouteSlice slice = new RouteSlice("payout-plan", Map.of("payoutSteps", mock(PayoutSteps.class)))) {
      slice.camel().addRoutes(new RouteBuilder() {
        @Override
        public void configure() {
          from("direct:failing").routeConfigurationId(policy).process(exchange -> {
            calls[0]++;
            throw new IllegalStateException("hỏng");
          });
        }
      });
      assertThat(slice.give("direct:failing", "x").getException()).hasMessageContaining("hỏng");
    }
    return calls[0];
  }
}
