package vn.chitra.hub.console;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.operations.query.CaseDuties;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Paged;
import vn.chitra.hub.operations.query.PayrollLists;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.support.Zone;

/** The payrolls of a month, and one with its lines, cases, files and payouts; of one that is not taken, the cases about it. */
@Controller
@ConditionalOnWebApplication
class PayrollPages {

  private final PayrollLists payrolls;
  private final Names names;
  private final CaseDuties duties;
  private final PossibleActions actions;
  private final Clock businessClock;

  PayrollPages(PayrollLists payrolls, Names names, CaseDuties duties, PossibleActions actions, Clock businessClock) {
    this.payrolls = payrolls;
    this.names = names;
    this.duties = duties;
    this.actions = actions;
    this.businessClock = businessClock;
  }

  /** Those of a month. @param after id of the last payroll of the page before */
  @GetMapping("/payrolls")
  String payrolls(@RequestParam String month, @RequestParam(defaultValue = "") String after, Model model) {
    YearMonth period = MonthPages.period(month);
    Paged<PayrollLists.Found> list = payrolls.of(period, after.replace('\0', ' '));
    if (list.rows().isEmpty() && list.first()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("month", month);
    model.addAttribute("shown", Shown.month(month));
    model.addAttribute("list", list);
    model.addAttribute("kept", "month=" + month + "&");
    return "payrolls";
  }

  @GetMapping("/payrolls/{id:" + Names.PAYROLL_ID + "}")
  String payroll(@PathVariable String id, @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "0") long refused,
      Model model) {
    Optional<PayrollLists.Sheet> one = payrolls.one(id);
    List<Map<String, String>> cases = payrolls.cases(id);
    if (one.isEmpty() && cases.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    LocalDateTime now = LocalDateTime.ofInstant(businessClock.instant(), Zone.VIETNAM);
    model.addAttribute("id", id);
    model.addAttribute("one", one.orElse(null));
    model.addAttribute("replacedPage", one.map(sheet -> Names.page("payroll:" + sheet.replacedBy())).orElse(""));
    model.addAttribute("cases", cases.stream().map(row -> CaseRow.of(row, names, duties, now)).toList());
    model.addAttribute("buttons", one.isEmpty() ? List.of() : actions.about("payroll:" + id));
    model.addAttribute("sums", payrolls.sums(id));
    model.addAttribute("refusalSums", payrolls.refusalSums(id));
    model.addAttribute("refusals", payrolls.refusals(id, refused));
    model.addAttribute("batches", payrolls.batches(id));
    model.addAttribute("payouts", payrolls.payouts(id, after));
    return "payroll";
  }
}
