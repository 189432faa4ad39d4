package vn.chitra.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The main class of the hub. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChiTraHub {

  public static void main(String[] args) {
    SpringApplication.run(ChiTraHub.class, args);
  }
}
