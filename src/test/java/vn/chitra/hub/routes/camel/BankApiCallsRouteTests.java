package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

final class BankApiCallsRouteTests {

  private static final Map<String, Object> LIMITS = Map.of("lane", "vietinbank", "endpoint", "mock:bank", "perSecond", "2", "atOnce", "1");

  @Test
  void givesTheBytesOfTheResponseBack() throws Exception {
    try (RouteSlice slice = slice(0, LIMITS)) {
      MockEndpoint bank = slice.caught("mock:bank");
      bank.expectedBodiesReceived("câu hỏi");

      assertThat(slice.give("direct:bank-api-calls-vietinbank", "câu hỏi").getMessage().getBody()).isEqualTo("giữ lại");
      bank.assertIsSatisfied();
    }
  }

  @Test
  void keepsToThePartnersCallsASecond() throws Exception {
    try (RouteSlice slice = slice(0, LIMITS)) {
      long begin = System.nanoTime();
      for (int call = 0; call < 5; call++) {
        assertThat(slice.give("direct:bank-api-calls-vietinbank", "").getException()).isNull();
      }

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1500));
      assertThat(slice.caught("mock:bank").getReceivedCounter()).isEqualTo(5);
    }
  }

  @Test
  void opensTheCircuitAndSparesASilentBank() throws Exception {
    Map<String, Object> fast = Map.of("lane", "vietinbank", "endpoint", "mock:bank", "perSecond", "1000", "atOnce", "1");
    try (RouteSlice slice = slice(500, fast)) {
      for (int call = 0; call < 8; call++) {
        assertThat(slice.give("direct:bank-api-calls-vietinbank", "").getException()).isNotNull();
      }

      assertThat(slice.caught("mock:bank").getReceivedCounter()).isEqualTo(5);
    }
  }

  private static RouteSlice slice(int status, Map<String, Object> limits) throws Exception {
    return new RouteSlice("bank-api-calls", Map.of("bankApiResponses", new Bytes(status))).with("bank-api-calls-limited", limits);
  }

  /** Stands for the bean that keeps the bytes. */
  public static final class Bytes {

    private final int status;

    Bytes(int status) {
      this.status = status;
    }

    /** As the hub does it: a server in trouble counts as no answer. */
    public void keep(Exchange exchange) throws IOException {
      if (status >= 500) {
        throw new IOException("HTTP " + status);
      }
      exchange.getMessage().setBody("giữ lại");
    }
  }
}
