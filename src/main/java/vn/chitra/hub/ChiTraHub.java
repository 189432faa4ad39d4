package vn.chitra.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import vn.chitra.hub.config.command.Commands;
import vn.chitra.hub.config.start.StartFailure;

/** The main class: the hub itself, or a command beside it where the first argument names one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChiTraHub {

  public static void main(String[] args) {
    if (Commands.isIn(args)) {
      System.exit(Commands.run(args));
    }
    try {
      SpringApplication.run(ChiTraHub.class, args);
    } catch (RuntimeException reported) {
      System.exit(StartFailure.status(reported));   // Spring has printed it
    }
  }
}
