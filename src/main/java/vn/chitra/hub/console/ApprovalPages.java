package vn.chitra.hub.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.Proposal;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.repair.Selection;

/** The proposals that wait for a second person, and one of them with the preview of what its approval changes. */
@Controller
@ConditionalOnWebApplication
class ApprovalPages {

  private static final int LONGEST = 500;
  private static final String DECIDED = "approval.decided";

  private final Repairs repairs;
  private final ProposalRows rows;
  private final ActionWords words;
  private final Names names;
  private final Texts texts;

  ApprovalPages(Repairs repairs, ProposalRows rows, ActionWords words, Names names, Texts texts) {
    this.repairs = repairs;
    this.rows = rows;
    this.words = words;
    this.names = names;
    this.texts = texts;
  }

  @GetMapping("/approvals")
  String approvals(Model model) {
    List<ProposalRows.Row> all = rows.all();
    model.addAttribute("mine", all.stream().filter(ProposalRows.Row::mayApprove).toList());
    model.addAttribute("others", all.stream().filter(one -> !one.mayApprove()).toList());
    return "approvals";
  }

  @GetMapping("/approvals/{id:\\d{1,18}}")
  ModelAndView approval(@PathVariable long id, @RequestParam(defaultValue = "1") int page, RedirectAttributes next) {
    return page(id, page, "", HttpStatus.OK, next);
  }

  @PostMapping("/approvals/{id:\\d{1,18}}/approve")
  ModelAndView approve(@PathVariable long id, RedirectAttributes next) {
    Actor actor = CurrentPerson.of(Role.APPROVER);
    return decide(id, () -> repairs.approve(actor, id), next);
  }

  @PostMapping("/approvals/{id:\\d{1,18}}/reject")
  ModelAndView reject(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
    Actor actor = CurrentPerson.of(Role.OPERATOR);
    String because = reason.substring(0, Math.min(LONGEST, reason.length())).replace('\0', ' ').strip();
    return decide(id, () -> repairs.reject(actor, id, because), next);
  }

  private ModelAndView decide(long id, Supplier<Outcome> decision, RedirectAttributes next) {
    Optional<RepairAction> action = waiting(id).map(Proposal::action);
    try {
      Outcome outcome = decision.get();
      String shown = action.map(one -> words.plain(one, outcome.text().shown())).orElseGet(() -> texts.of(DECIDED));
      if (outcome instanceof Outcome.Refused) {
        return page(id, 1, shown, HttpStatus.CONFLICT, next);
      }
      next.addFlashAttribute("notice", shown);
      return new ModelAndView("redirect:/approvals");
    } catch (ConcurrencyFailureException e) {
      return page(id, 1, texts.of(ActionPages.BUSY), HttpStatus.CONFLICT, next);
    }
  }

  private ModelAndView page(long id, int part, String problem, HttpStatus status, RedirectAttributes next) {
    Optional<Proposal> found = waiting(id);
    if (found.isEmpty()) {
      next.addFlashAttribute("notice", texts.of(DECIDED));
      return new ModelAndView("redirect:/approvals");
    }
    Proposal proposal = found.get();
    ModelAndView page = new ModelAndView("approval", status);
    page.addObject("one", rows.row(proposal)).addObject("effect", words.effect(proposal.action())).addObject("problem", problem)
        .addObject("address", "/approvals/" + id + "?");
    try {
      Selection now = repairs.preview(proposal);
      boolean same = now.payouts() == proposal.items() && now.dong() == proposal.dong();
      Pages pages = Pages.of(now.items().size(), part, "/approvals/" + id + "?");
      page.addObject("pages", pages)
          .addObject("subjects", pages.of(now.items()).stream().map(item -> row(proposal.action(), item)).toList())
          .addObject("possible", now.isPossible() && same)
          .addObject("changed", now.isPossible() && !same ? texts.of("approval.changed", now.payouts(), Shown.dong(now.dong()))
              : "");
    } catch (ConcurrencyFailureException e) {
      page.addObject("pages", Pages.of(0, 1, "")).addObject("subjects", List.of()).addObject("possible", false)
          .addObject("changed", texts.of(ActionPages.BUSY));
    }
    return page;
  }

  private ActionPages.Row row(RepairAction action, Selection.Item item) {
    String about = action.subject() + ":" + item.id();
    return new ActionPages.Row(about, names.subject(about), Names.page(about), words.preview(action, item), words.why(action, item),
        Shown.dong(item.dong()));
  }

  private Optional<Proposal> waiting(long id) {
    return repairs.waiting().stream().filter(one -> one.id() == id).findFirst();
  }
}
