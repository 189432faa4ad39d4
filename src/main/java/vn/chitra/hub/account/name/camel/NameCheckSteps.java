package vn.chitra.hub.account.name.camel;

import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.name.CheckNames;

/** The route bean for the name check. */
@Component("nameCheckSteps")
public final class NameCheckSteps {

  private final CheckNames names;

  NameCheckSteps(CheckNames names) {
    this.names = names;
  }

  /** The ids of the partners with a name check. */
  public List<String> partners() {
    return names.partners();
  }

  public void check(@Body String partner) {
    names.check(partner);
  }
}
