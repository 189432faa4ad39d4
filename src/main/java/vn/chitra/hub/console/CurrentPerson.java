package vn.chitra.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.operations.ConsoleActor;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;

/** Gives each page the person who looks at it, and each call the person who makes it. */
@ControllerAdvice(basePackageClasses = CurrentPerson.class)
class CurrentPerson {

  private final Repairs repairs;
  private final Texts texts;

  CurrentPerson(Repairs repairs, Texts texts) {
    this.repairs = repairs;
    this.texts = texts;
  }

  /**
   * @param roleName in the language of the page
   * @param operates may do and propose, {@code approves} may also approve
   * @param toApprove proposals of others that wait for an approver, 0 for the other roles
   */
  record Person(String login, String roleName, boolean operates, boolean approves, long toApprove) {}

  @ModelAttribute("actor")
  Person actor() {
    return ConsoleActor.current().map(actor -> {
      boolean approves = actor.role().mayDo(Role.APPROVER);
      long toApprove = approves ? repairs.waiting().stream().filter(one -> !one.proposedBy().equalsIgnoreCase(actor.login())).count() : 0;
      return new Person(actor.login(), texts.of("role." + actor.role()), actor.role().mayDo(Role.OPERATOR), approves, toApprove);
    }).orElse(new Person("", "", false, false, 0));
  }

  /** Where the language switch leads: the same page, its query ready for {@code lang=…}. */
  @ModelAttribute("address")
  String address(HttpServletRequest request) {
    return LanguageOfPages.address(request);
  }

  /** The person who calls. @throws ResponseStatusException 403 when the role may not */
  static Actor of(Role needed) {
    return ifAllowed(needed).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  static Optional<Actor> ifAllowed(Role needed) {
    return ConsoleActor.current().filter(actor -> actor.role().mayDo(needed));
  }
}
