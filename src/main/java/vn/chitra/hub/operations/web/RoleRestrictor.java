package vn.chitra.hub.operations.web;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.ConsoleActor;
import vn.chitra.hub.repair.Role;

/**
 * The Jolokia operations that a role may call, decided on the server and listed one by one. Everything else is refused to all roles:
 * writing an attribute, MBeans of other libraries, operations that show file contents, settings or memory, and sending messages by hand.
 */
@Component
class RoleRestrictor implements Restrictor {

  private static final String HUB = "vn.chitra.hub";
  private static final String CAMEL = "org.apache.camel";
  private static final String BROKER = "org.apache.activemq.artemis";
  private static final String REPAIRS = "Repairs";
  private static final Set<String> DOMAINS = Set.of(HUB, CAMEL, BROKER, "java.lang", "java.nio", "hawtio", "jolokia");

  /** Start parameters and the environment may hold passwords. */
  private static final Set<String> SECRET_ATTRIBUTES = Set.of("SystemProperties", "InputArguments", "BootClassPath", "ClassPath",
      "EnvironmentVariables");

  /** Looking: diagrams and figures of routes, never the bodies of files. */
  private static final Map<String, Pattern> LOOK = Map.of(
      HUB, Pattern.compile(".*"),
      CAMEL, Pattern.compile("dump(Routes?|Steps?)\\w*|(get|has|is|list|explain)\\w*"),
      BROKER, Pattern.compile("(browse|count|get|has|is|list)\\w*"),
      "hawtio", Pattern.compile("canInvoke"));

  private static final Map<String, Pattern> OPERATE = Map.of(
      HUB, Pattern.compile(".*"),
      CAMEL, Pattern.compile("start|stop|suspend|resume|restart|reset"),
      BROKER, Pattern.compile("retryMessages?|moveMessages?|removeMessages?|pause|resume"));

  @Override
  public boolean isOperationAllowed(ObjectName name, String operation) {
    String verb = operation.replaceFirst("\\(.*", "");
    return ConsoleActor.current().map(actor -> actor.role()).filter(role -> looks(name, verb)
        || role.mayDo(Role.OPERATOR) && operates(name, verb)).isPresent();
  }

  /** Whether the operation changes routes or queues and the caller may call it. */
  boolean isMachineAction(ObjectName name, String operation) {
    String verb = operation.replaceFirst("\\(.*", "");
    return !HUB.equals(name.getDomain()) && !looks(name, verb) && operates(name, verb)
        && ConsoleActor.current().filter(actor -> actor.role().mayDo(Role.OPERATOR)).isPresent();
  }

  private static boolean looks(ObjectName name, String verb) {
    boolean actions = HUB.equals(name.getDomain()) && REPAIRS.equals(name.getKeyProperty("type"));
    return !actions && matches(LOOK, name, verb);
  }

  /** Single routes only: stopping Camel itself would stop every payment. */
  private static boolean operates(ObjectName name, String verb) {
    boolean wholeCamel = CAMEL.equals(name.getDomain()) && !"routes".equals(name.getKeyProperty("type"));
    return !wholeCamel && matches(OPERATE, name, verb);
  }

  private static boolean matches(Map<String, Pattern> verbs, ObjectName name, String verb) {
    Pattern allowed = verbs.get(name.getDomain());
    return allowed != null && allowed.matcher(verb).matches();
  }

  @Override
  public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
    return ConsoleActor.current().isPresent() && DOMAINS.contains(name.getDomain()) && !SECRET_ATTRIBUTES.contains(attribute);
  }

  @Override
  public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
    return false;
  }

  @Override
  public boolean isTypeAllowed(RequestType type) {
    return type != RequestType.WRITE && type != RequestType.NOTIFICATION;
  }

  @Override
  public boolean isObjectNameHidden(ObjectName name) {
    return !name.isDomainPattern() && !DOMAINS.contains(name.getDomain());
  }

  @Override
  public boolean isHttpMethodAllowed(HttpMethod method) {
    return true;
  }

  /** The login decides, not the address. */
  @Override
  public boolean isRemoteAccessAllowed(String... hostOrAddress) {
    return true;
  }

  /** Another site's page is given no leave to read (not strict); a page's own call proves itself by its CSRF token (strict). */
  @Override
  public boolean isOriginAllowed(String origin, boolean strict) {
    return strict;
  }
}
