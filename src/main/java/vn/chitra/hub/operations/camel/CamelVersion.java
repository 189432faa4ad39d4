package vn.chitra.hub.operations.camel;

import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** The running version of Camel. */
@Component
public final class CamelVersion {

  private final CamelContext camel;

  CamelVersion(CamelContext camel) {
    this.camel = camel;
  }

  public String text() {
    return camel.getVersion();
  }
}
