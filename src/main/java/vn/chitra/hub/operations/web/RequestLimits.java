package vn.chitra.hub.operations.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Bounds how many requests are worked on at once, in all and of one address, separately for the partners' events and for everything else,
 * so that many or slow requests of one kind leave threads for the other. The liveness probe is never bounded. A request above a bound gets
 * status 503 and its connection is closed at once, without reading the rest of its body.
 */
final class RequestLimits extends ValveBase {

  /** Of one address: a browser opens six connections, a proxy without {@code hub.console.trusted-proxies} stands for all its callers. */
  static final int OF_ONE_ADDRESS = 20;
  static final int PAGES = 60;
  static final int EVENTS = 30;
  /** More than both bounds together: the probe always finds a thread. */
  static final int THREADS = PAGES + EVENTS + 10;

  private final Bound pages = new Bound(PAGES);
  private final Bound events = new Bound(EVENTS);
  private final int unboundedPort;

  /** @param unboundedPort of a connector with threads of its own; 0 for none */
  RequestLimits(int unboundedPort) {
    super(true);
    this.unboundedPort = unboundedPort;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String path = Objects.requireNonNullElse(request.getDecodedRequestURI(), "");   // none when it could not be decoded
    if (path.equals(ConsoleSecurity.LIVENESS) || request.getLocalPort() == unboundedPort) {
      getNext().invoke(request, response);
      return;
    }
    Bound bound = path.startsWith(ConsoleSecurity.PARTNERS) ? events : pages;
    String address = CallerNetwork.of(request.getRemoteAddr());
    if (!bound.enter(address)) {
      refuse(response);
      return;
    }
    try {
      getNext().invoke(request, response);
    } finally {
      bound.leave(address);
    }
  }

  private static void refuse(Response response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "5");
    response.setHeader("Connection", "close");
    response.setContentLength(0);
    response.flushBuffer();
    response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
  }

  /** Requests that are being worked on. */
  static final class Bound {

    private final int most;
    private final Map<String, Integer> atWork = new HashMap<>();
    private int all;

    Bound(int most) {
      this.most = most;
    }

    /** False when a bound is reached. */
    synchronized boolean enter(String address) {
      if (all >= most || atWork.getOrDefault(address, 0) >= OF_ONE_ADDRESS) {
        return false;
      }
      all++;
      atWork.merge(address, 1, Integer::sum);
      return true;
    }

    synchronized void leave(String address) {
      all--;
      atWork.computeIfPresent(address, (one, count) -> count == 1 ? null : count - 1);
    }
  }
}
