package vn.chitra.hub.operations.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** On the port of health and metrics there is nothing else. */
final class ManagementPort extends ValveBase {

  private static final Set<String> THERE = Set.of("/actuator/health", "/actuator/info", "/actuator/prometheus");

  private final int port;

  ManagementPort(int port) {
    super(true);
    this.port = port;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String path = Objects.requireNonNullElse(request.getDecodedRequestURI(), "");   // none when it could not be decoded
    if (request.getLocalPort() == port && THERE.stream().noneMatch(one -> path.equals(one) || path.startsWith(one + "/"))) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    getNext().invoke(request, response);
  }
}
