package vn.chitra.hub.operations.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * The Content-Security-Policy of every response, set before anything else: a response that never reaches the filters of the security
 * framework, such as a refused address, has it too.
 */
final class ContentPolicy extends ValveBase {

  private static final String HEADER = "Content-Security-Policy";
  private static final String PAGES = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none';"
      + " frame-ancestors 'none'";
  /**
   * Scripts of the hub's own address only, none within a page. PatternFly, which both consoles use, sets styles by script. Hawtio adds a
   * policy of its own beside this one; a browser keeps to both.
   */
  private static final String CONSOLES = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
      + " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; form-action 'self'; base-uri 'self';"
      + " frame-ancestors 'self'";

  ContentPolicy() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String path = Objects.requireNonNullElse(request.getDecodedRequestURI(), "");   // none when it could not be decoded
    response.setHeader(HEADER, ConsoleSecurity.CONSOLES.stream().anyMatch(console -> isBelow(console, path)) ? CONSOLES : PAGES);
    response.setHeader("X-Content-Type-Options", "nosniff");
    getNext().invoke(request, response);
  }

  private static boolean isBelow(String console, String path) {
    return path.equals(console) || path.startsWith(console + "/");
  }
}
