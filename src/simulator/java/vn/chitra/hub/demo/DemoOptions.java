package vn.chitra.hub.demo;

import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * The options of the demo command.
 *
 * @param once end by itself, with an exit status
 * @param payouts payroll lines in the first month
 * @param months how many months are played; more than one are eventful unless {@code --demo.events=false}
 * @param dataDir everything that survives lies below it
 * @param bankScript what the bank does beside the ordinary, as {@code 2:NO_FUNDS,3:REFUSE_F2}; empty in the default month
 * @param given arguments as typed
 */
public record DemoOptions(boolean once, int payouts, long seed, int months, Path dataDir, String bankScript, List<String> given) {

  /** @throws IllegalArgumentException when a number is none, or out of bounds */
  static DemoOptions of(String... arguments) {
    SimpleCommandLinePropertySource source = new SimpleCommandLinePropertySource(arguments);
    DemoOptions options = new DemoOptions(Boolean.parseBoolean(text(source, "demo.once", "false")),
        Integer.parseInt(text(source, "demo.payouts", "2000")), Long.parseLong(text(source, "demo.seed", "1")),
        Integer.parseInt(text(source, "demo.months", "1")), Path.of(text(source, "hub.data-dir", "./data")),
        text(source, "demo.bank", ""), List.of(arguments));
    if (options.payouts < 1 || options.months < 1 || options.months > 12) {
      throw new IllegalArgumentException("demo.payouts từ 1 trở lên, demo.months từ 1 đến 12");
    }
    return options;
  }

  /** The special behaviour of banks with an API, as {@code 2:BUSY_ONCE}; a little of it in the default month too. */
  String apiScript() {
    return text(new SimpleCommandLinePropertySource(given.toArray(String[]::new)), "demo.api",
        "1:BOOKED_THEN_500,1:RETURN_SOME,2:BUSY_ONCE");
  }

  private static String text(SimpleCommandLinePropertySource source, String name, String otherwise) {
    String value = source.getProperty(name);
    return value == null ? otherwise : value;
  }

  /** Whether people die, accounts close, payrolls are withdrawn, payments come back late, and two officers decide what waits. */
  boolean eventful() {
    return Boolean.parseBoolean(text(source(), "demo.events", Boolean.toString(says("demo.months") && months > 1)));
  }

  /** How many communes the province has; 0 = all. */
  int communes() {
    return Integer.parseInt(text(source(), "demo.communes", "0"));
  }

  private SimpleCommandLinePropertySource source() {
    return new SimpleCommandLinePropertySource(given.toArray(String[]::new));
  }

  /** Where the hub's mappings lie, which the world reads too. */
  String mappings() {
    return text(source(), "hub.mappings", "classpath:mappings/");
  }

  boolean says(String name) {
    return given.stream().anyMatch(argument -> argument.startsWith("--" + name + "="));
  }
}
