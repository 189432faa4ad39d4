package vn.chitra.hub.config.camel;

import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads one route file as Camel will, without starting anything. */
public final class RouteSyntax {

  private RouteSyntax() {}

  /**
   * The first part of a route file that Camel does not understand.
   *
   * @param line 1 is the first; 0 where Camel does not say
   * @param what Camel's own words
   */
  public record Flaw(int line, String what) {}

  /** @param name with its ending, by which Camel knows the form */
  public static Optional<Flaw> flaw(String name, String text) {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.disableJMX();
      PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, text));
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(flaw(e));
    }
  }

  private static Flaw flaw(Exception error) {
    Throwable last = error;
    for (Throwable one = error; one != null; one = one.getCause()) {
      last = one;
      if (one instanceof MarkedYamlEngineException marked) {
        return new Flaw(marked.getProblemMark().map(Mark::getLine).orElse(-1) + 1, String.valueOf(marked.getProblem()));
      }
    }
    return new Flaw(0, String.valueOf(last.getMessage()));
  }
}
