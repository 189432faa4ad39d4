package vn.chitra.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import vn.chitra.hub.config.command.Commands;

/** The main class: the hub itself, or a command beside it where the first argument names one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChiTraHub {

  public static void main(String[] args) {
    if (Commands.isIn(args)) {
      System.exit(Commands.run(args));
    }
    SpringApplication.run(ChiTraHub.class, args);
  }
}
