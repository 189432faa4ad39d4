package vn.chitra.hub.operations.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import vn.chitra.hub.support.Masking;

/** Reads from the body of a Jolokia call which routes and queues it would change, before it is done. */
final class MachineActions {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 200;
  /** In one request; Hawtio reads a few hundred at once. */
  static final int MOST_CALLS = 1_000;

  private final RoleRestrictor roles;

  MachineActions(RoleRestrictor roles) {
    this.roles = roles;
  }

  /**
   * One action.
   *
   * @param verb for example {@code stop}, {@code moveMessages}
   * @param subject {@code route:<id>} or {@code queue:<name>}
   * @param detail the arguments as given, without control characters and numbers that could identify a person
   */
  record MachineAction(String verb, String subject, String detail) {}

  /**
   * The calls of one body.
   *
   * @param refusal status with which the whole body is refused; 0 for none
   * @param actions that the caller's role allows
   */
  record Calls(int refusal, List<MachineAction> actions) {}

  /**
   * No action for a body that Jolokia will refuse anyway. Notifications are refused here: they would keep listeners and messages for a
   * client that never comes, and Jolokia asks its restrictor for no leave.
   */
  Calls in(byte[] body) throws IOException {
    List<MachineAction> actions = new ArrayList<>();
    try {
      JsonNode calls = JSON.readTree(body);
      if (calls.isArray() && calls.size() > MOST_CALLS) {
        return new Calls(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, List.of());
      }
      for (JsonNode call : calls.isArray() ? calls : List.of(calls)) {
        if ("notification".equalsIgnoreCase(call.path("type").asText())) {
          return new Calls(HttpServletResponse.SC_FORBIDDEN, List.of());
        }
        add(call, actions);
      }
    } catch (JacksonException | MalformedObjectNameException refusedAnyway) {
      return new Calls(0, List.of());
    }
    return new Calls(0, actions);
  }

  private void add(JsonNode call, List<MachineAction> actions) throws MalformedObjectNameException {
    if (!"exec".equalsIgnoreCase(call.path("type").asText())) {
      return;
    }
    ObjectName name = new ObjectName(call.path("mbean").asText());
    String operation = call.path("operation").asText();
    if (roles.isMachineAction(name, operation)) {
      actions.add(new MachineAction(operation.replaceFirst("\\(.*", ""), subject(name), shown(call.path("arguments").toString())));
    }
  }

  private static String subject(ObjectName name) {
    String route = "routes".equals(name.getKeyProperty("type")) ? name.getKeyProperty("name") : null;
    String queue = name.getKeyProperty("queue");
    String about = route != null ? "route:" + unquoted(route) : queue != null ? "queue:" + unquoted(queue) : name.getCanonicalName();
    return about.substring(0, Math.min(80, about.length()));
  }

  private static String unquoted(String value) {
    return value.startsWith("\"") ? ObjectName.unquote(value) : value;
  }

  private static String shown(String arguments) {
    String harmless = Masking.maskDigits(arguments.replaceAll("\\p{Cntrl}", " "));
    return harmless.substring(0, Math.min(SHOWN, harmless.length()));
  }
}
