package vn.chitra.hub.console;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.operations.query.ArchivedPayoutLists;
import vn.chitra.hub.operations.query.PayoutStories;
import vn.chitra.hub.operations.query.Story;

/** The history of one payout, and the possible actions about it; of an archived payout the content of its slim row, and no action. */
@Controller
@ConditionalOnWebApplication
class PayoutPage {

  private final PayoutStories stories;
  private final ArchivedPayoutLists archived;
  private final PossibleActions actions;

  PayoutPage(PayoutStories stories, ArchivedPayoutLists archived, PossibleActions actions) {
    this.stories = stories;
    this.archived = archived;
    this.actions = actions;
  }

  @GetMapping("/payouts/{payout:\\d{1,18}}")
  String payout(@PathVariable long payout, Model model) {
    Optional<Story> story = stories.of(payout);
    if (story.isEmpty()) {
      model.addAttribute("payout", archived.of(payout).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
      model.addAttribute("payments", archived.payments(payout));
      return "archived-payout";
    }
    model.addAttribute("story", story.get());
    model.addAttribute("buttons", actions.about("payout:" + payout));
    return "payout";
  }
}
