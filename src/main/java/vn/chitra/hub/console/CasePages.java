package vn.chitra.hub.console;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.operations.query.CaseDuties;
import vn.chitra.hub.operations.query.CaseLists;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.PayrollLists;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.support.Zone;

/** The open cases with a filter, and one case with its evidence and the actions that answer it. */
@Controller
@ConditionalOnWebApplication
class CasePages {

  private final CaseLists cases;
  private final PayrollLists payrolls;
  private final Names names;
  private final CaseDuties duties;
  private final Partners partners;
  private final PossibleActions possible;
  private final ActionWords words;
  private final Texts texts;
  private final Clock businessClock;

  CasePages(CaseLists cases, PayrollLists payrolls, Names names, CaseDuties duties, Partners partners, PossibleActions possible,
      ActionWords words, Texts texts, Clock businessClock) {
    this.cases = cases;
    this.payrolls = payrolls;
    this.names = names;
    this.duties = duties;
    this.partners = partners;
    this.possible = possible;
    this.words = words;
    this.texts = texts;
    this.businessClock = businessClock;
  }

  /** One choice of a filter. */
  record Choice(String value, String words, boolean chosen) {}

  /** One payout of a case about several. @param page its address, {@code linePage} that of its payroll */
  record Payout(long number, String subject, String page, String line, String linePage, String dong, String evidence, String state,
      boolean waits) {}

  /** @param persons how many it takes */
  record Action(String title, String persons) {}

  @GetMapping("/cases")
  String cases(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "false") boolean all, Model model) {
    List<Map<String, String>> open = cases.open(kind.isEmpty() ? null : kind, partner.isEmpty() ? null : partner);
    model.addAttribute("cases", open.stream().map(this::row).toList());
    model.addAttribute("kinds", cases.openByKind().entrySet().stream()
        .map(one -> new Choice(one.getKey(), Names.kind(one.getKey()) + " (" + one.getValue() + ")", one.getKey().equals(kind))).toList());
    model.addAttribute("partners", partners.all().stream().map(one -> new Choice(one.id(), one.name(), one.id().equals(partner))).toList());
    model.addAttribute("kind", kind);
    model.addAttribute("partner", partner);
    model.addAttribute("all", all);
    model.addAttribute("actions", choices(ofSeveral(kind)));
    return "cases";
  }

  @GetMapping("/cases/{id:\\d{1,18}}")
  String one(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
    Map<String, String> row = cases.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    CaseRow one = row(row);
    model.addAttribute("one", one);
    model.addAttribute("evidence", payrolls.linked(one.evidence()));
    model.addAttribute("open", "OPEN".equals(row.get("trạng thái")));
    model.addAttribute("file", text(row, "dòng").isEmpty() ? text(row, "tệp") : texts.of("file.line", text(row, "tệp"), text(row, "dòng")));
    model.addAttribute("filePage", Names.page("file:" + text(row, "số tệp")));
    model.addAttribute("sha256", text(row, "sha256 trong kho"));
    boolean several = !row.getOrDefault("về", "").startsWith("payout:");
    List<Map<String, String>> rows = several ? cases.payouts(id, Pages.from(page), Pages.ROWS) : List.of();
    List<Payout> payouts = rows.stream().map(this::payout).toList();
    model.addAttribute("payouts", payouts);
    model.addAttribute("waiting", rows.isEmpty() ? 0 : Long.parseLong(rows.get(0).getOrDefault("đang chờ", "0")));
    model.addAttribute("pages", Pages.of(rows.isEmpty() ? 0 : Long.parseLong(rows.get(0).getOrDefault("tất cả", "0")), page,
        "/cases/" + id + "?"));
    model.addAttribute("choices", CurrentPerson.ifAllowed(Role.OPERATOR).isEmpty() || payouts.stream().noneMatch(Payout::waits) ? List.of()
        : choices(ofPayouts(text(row, "loại"))));
    model.addAttribute("items", text(row, "số khoản"));
    model.addAttribute("opened", text(row, "mở lúc"));
    model.addAttribute("closedBy", text(row, "người đóng"));
    model.addAttribute("resolution", names.plain(text(row, "kết luận")));
    model.addAttribute("actions", CaseLists.actions(text(row, "loại")).stream().map(this::action).toList());
    model.addAttribute("buttons", "OPEN".equals(row.get("trạng thái")) ? possible.ofCase(text(row, "loại"), id, row.getOrDefault("về", ""))
        : List.of());
    return "case";
  }

  /** The actions about several that answer cases of the kind; of every kind when it is empty. */
  private static Stream<RepairAction> ofSeveral(String kind) {
    return Arrays.stream(RepairAction.values()).filter(action -> action.takesSeveral() && (kind.isEmpty()
        || action == RepairAction.CLOSE_CASE || CaseLists.actions(kind).contains(action)));
  }

  /** Those about payouts that answer a case of the kind. */
  private static Stream<RepairAction> ofPayouts(String kind) {
    return CaseLists.actions(kind).stream().filter(action -> action.takesSeveral() && action.subject().equals("payout"));
  }

  private static List<Choice> choices(Stream<RepairAction> actions) {
    return actions.map(action -> new Choice(action.name(), action.word().shown(), false)).toList();
  }

  private Payout payout(Map<String, String> row) {
    String subject = text(row, "về");
    return new Payout(Long.parseLong(subject.substring("payout:".length())), names.subject(subject), Names.page(subject),
        texts.of("file.line", text(row, "bảng"), text(row, "dòng")), Names.page("payroll:" + text(row, "bảng")),
        CaseRow.dong(row), names.plain(row.get("bằng chứng")), text(row, "tình trạng"), CaseLists.waits(row));
  }

  private CaseRow row(Map<String, String> row) {
    return CaseRow.of(row, names, duties, LocalDateTime.ofInstant(businessClock.instant(), Zone.VIETNAM));
  }

  private Action action(RepairAction action) {
    return new Action(action.word().shown(), words.persons(action));
  }

  private static String text(Map<String, String> row, String column) {
    return Shown.harmless(row.get(column));
  }
}
