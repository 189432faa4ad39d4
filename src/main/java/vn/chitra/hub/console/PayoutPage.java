package vn.chitra.hub.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.operations.query.PayoutStories;

/** The history of one payout, and the actions that are possible about it. */
@Controller
@ConditionalOnWebApplication
class PayoutPage {

  private final PayoutStories stories;
  private final PossibleActions actions;

  PayoutPage(PayoutStories stories, PossibleActions actions) {
    this.stories = stories;
    this.actions = actions;
  }

  @GetMapping("/payouts/{payout:\\d{1,18}}")
  String payout(@PathVariable long payout, Model model) {
    model.addAttribute("story", stories.of(payout).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    model.addAttribute("buttons", actions.about("payout:" + payout));
    return "payout";
  }
}
