package vn.chitra.hub.console;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.chitra.hub.operations.ConsoleActor;

/** Gives each page the person who looks at it. */
@ControllerAdvice(basePackageClasses = CurrentPerson.class)
class CurrentPerson {

  /** @param roleName Vietnamese */
  record Person(String login, String roleName) {}

  @ModelAttribute("actor")
  Person actor() {
    return ConsoleActor.current().map(actor -> new Person(actor.login(), switch (actor.role()) {
      case VIEWER -> "người xem";
      case OPERATOR -> "người vận hành";
      case APPROVER -> "người duyệt";
    })).orElse(new Person("", ""));
  }
}
