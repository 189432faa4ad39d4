package vn.chitra.hub.channel.bankapi.camel;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The last step of every call: returns the response as bytes. A status of 500 or above counts as no response; repeated ones open the
 * circuit breaker.
 */
@Component("bankApiResponses")
public final class Responses {

  private static final int SERVER_ERROR = 500;

  Responses() {}

  /** @throws IOException for a status of 500 or above: the request may have taken effect */
  public void keep(Exchange exchange) throws IOException {
    int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    byte[] bytes;
    try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
      bytes = body == null ? new byte[0] : body.readAllBytes();
    }
    exchange.getMessage().setBody(bytes);
    if (status >= SERVER_ERROR) {
      throw new IOException("HTTP " + status);
    }
  }
}
