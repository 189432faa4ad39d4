package vn.chitra.hub.operations.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses an address of Jolokia that is written in an odd way ({@code /%6Aolokia}, a doubled stroke, a parameter in the path) with status
 * 400, before any filter or servlet reads it: nobody needs another way to write it than the plain one.
 */
final class PlainAddresses extends ValveBase {

  PlainAddresses() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String path = Objects.requireNonNullElse(request.getDecodedRequestURI(), "");
    if (path.contains("jolokia") && !path.equals(request.getRequestURI())) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      getNext().invoke(request, response);
    }
  }
}
