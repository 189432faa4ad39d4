package vn.chitra.hub.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import vn.chitra.hub.ChiTraHub;

/** The hub as a process of its own, everything as in production but for its business clock. */
final class HubProcess {

  private HubProcess() {}

  /** Arguments: file of the clock, file for the heap's figures, then settings of the hub. */
  public static void main(String[] arguments) throws IOException {
    HeapWatch.writeAtEnd(Path.of(arguments[1]));
    Clock clock = SharedClock.open(Path.of(arguments[0]));
    new SpringApplicationBuilder(ChiTraHub.class)
        .initializers((GenericApplicationContext context) ->
            context.registerBean("businessClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
        .run(Arrays.copyOfRange(arguments, 2, arguments.length));
  }
}
