package vn.chitra.hub.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.chitra.hub.operations.query.DeadLetterLists;
import vn.chitra.hub.operations.query.DeadLetterLists.DeadLetter;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.repair.RepairAction;

/** The messages that failed too often, by queue, with the reason of each and what retries them. */
@Controller
@ConditionalOnWebApplication
class DeadLetterPage {

  private final DeadLetterLists letters;
  private final PossibleActions actions;
  private final Texts texts;

  DeadLetterPage(DeadLetterLists letters, PossibleActions actions, Texts texts) {
    this.letters = letters;
    this.actions = actions;
    this.texts = texts;
  }

  /** @param buttons what the person who looks can do about the queue */
  record QueueGroup(String queue, List<Row> rows, List<PossibleActions.Button> buttons) {}

  /** @param id of the message as an action takes it, empty where it has none */
  record Row(String id, String body, String reason, String exception, String attempts) {}

  @GetMapping("/dead-letters")
  String deadLetters(Model model) {
    model.addAttribute("queues", letters.all().stream().collect(Collectors.groupingBy(DeadLetter::queue, LinkedHashMap::new,
        Collectors.toList())).entrySet().stream().map(one -> new QueueGroup(one.getKey(), one.getValue().stream().map(this::row)
            .toList(), actions.about(RepairAction.REDRIVE_DEAD_LETTERS.subject() + ":" + one.getKey()))).toList());
    return "dead-letters";
  }

  private Row row(DeadLetter letter) {
    return new Row(letter.id(), letter.body(), reason(letter, texts), letter.exception(), letter.attempts());
  }

  /** The reason for which it failed, in words. */
  static String reason(DeadLetter letter, Texts texts) {
    return letter.reason().map(reason -> reason.word().shown()).orElseGet(() -> texts.of("dead.unknown"));
  }
}
