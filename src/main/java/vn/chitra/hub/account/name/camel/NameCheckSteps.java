package vn.chitra.hub.account.name.camel;

import org.springframework.stereotype.Component;
import vn.chitra.hub.account.name.CheckNames;

/** The step of the name check. */
@Component("nameCheckSteps")
public final class NameCheckSteps {

  private final CheckNames names;

  NameCheckSteps(CheckNames names) {
    this.names = names;
  }

  public void check() {
    names.check();
  }
}
