package vn.chitra.hub.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.CaseLists;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.repair.Selection;

/** The actions that the person who looks can take about a subject now, each with its preview; none for a viewer. */
@Component
class PossibleActions {

  private final Repairs repairs;
  private final ActionWords words;
  private final Texts texts;

  PossibleActions(Repairs repairs, ActionWords words, Texts texts) {
    this.repairs = repairs;
    this.words = words;
    this.texts = texts;
  }

  /**
   * One action about one subject.
   *
   * @param about {@code payout:12}
   * @param parameter with which it is possible, empty where it takes none
   * @param why it is impossible now; empty = it is possible
   */
  record Button(RepairAction action, String about, String parameter, String title, String persons, String effect, String preview,
      String why) {

    public boolean possible() {
      return why.isEmpty();
    }
  }

  /** Those about the subject itself that are possible now. */
  List<Button> about(String subject) {
    return Arrays.stream(RepairAction.values()).filter(action -> subject.startsWith(action.subject() + ":"))
        .flatMap(action -> button(action, subject)).filter(Button::possible).toList();
  }

  /** Those that answer a case of the kind, with the reason of each that is impossible now; last the closing of the case. */
  List<Button> ofCase(String kind, long caseId, String subject) {
    List<Button> buttons = new ArrayList<>();
    for (RepairAction action : CaseLists.actions(kind)) {
      String about = action.subject().equals("case") ? "case:" + caseId : subject;
      if (about.startsWith(action.subject() + ":")) {
        button(action, about).forEach(buttons::add);
      }
    }
    button(RepairAction.CLOSE_CASE, "case:" + caseId).forEach(buttons::add);
    return buttons;
  }

  private Stream<Button> button(RepairAction action, String subject) {
    if (CurrentPerson.ifAllowed(Role.OPERATOR).isEmpty()) {
      return Stream.empty();
    }
    Button own = looked(action, subject, "");
    if (own.possible() || ActionWords.parameters(action).isEmpty()) {
      return Stream.of(own);
    }
    return Stream.of(ActionWords.parameters(action).stream().map(parameter -> looked(action, subject, parameter)).filter(Button::possible)
        .findFirst().orElse(own));
  }

  private Button looked(RepairAction action, String subject, String parameter) {
    String preview = "";
    String why = "";
    if (action == RepairAction.MATCH_CREDIT) {
      preview = texts.of("action.match.preview");
    } else {
      try {
        Selection.Item seen = repairs.preview(action, List.of(subject.substring(subject.indexOf(':') + 1)), parameter).items().get(0);
        preview = words.preview(action, seen);
        why = words.why(action, seen);
      } catch (ConcurrencyFailureException e) {
        why = texts.of("action.busy.later");
      }
    }
    return new Button(action, subject, parameter, words.title(action, parameter), words.persons(action), words.effect(action), preview,
        why);
  }
}
