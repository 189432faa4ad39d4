package vn.chitra.hub.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chitra.hub.operations.query.PayoutSearch;
import vn.chitra.hub.operations.query.PayrollLists;
import vn.chitra.hub.repair.RepairAction;

/** The one box: payouts by key or by person, as a masked list, and payrolls by their id; operators choose some for one action. */
@Controller
@ConditionalOnWebApplication
class SearchPage {

  private static final int LONGEST = 120;

  private final PayoutSearch search;
  private final PayrollLists payrolls;

  SearchPage(PayoutSearch search, PayrollLists payrolls) {
    this.search = search;
    this.payrolls = payrolls;
  }

  @GetMapping("/search")
  String search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean all, Model model) {
    String text = q.substring(0, Math.min(LONGEST, q.length())).replace('\0', ' ').strip();
    model.addAttribute("q", text);
    PayoutSearch.Results results = search.find(text);
    model.addAttribute("found", results.found());
    model.addAttribute("understood", results.understood());
    List<PayrollLists.Found> asTyped = payrolls.find(text);
    model.addAttribute("payrolls", asTyped.isEmpty() ? payrolls.find(text.toUpperCase(Locale.ROOT)) : asTyped);
    model.addAttribute("most", PayoutSearch.MOST);
    model.addAttribute("periods", PayoutSearch.PERIODS);
    model.addAttribute("periodsOfAll", PayoutSearch.PERIODS_OF_ALL);
    model.addAttribute("all", all);
    model.addAttribute("actions", Arrays.stream(RepairAction.values()).filter(action -> action.takesSeveral()
        && action.subject().equals("payout")).map(action -> new CasePages.Choice(action.name(), action.word().shown(), false)).toList());
    return "search";
  }
}
