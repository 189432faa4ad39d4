package vn.chitra.hub.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import vn.chitra.hub.operations.query.CaseLists;
import vn.chitra.hub.operations.query.DeadLetterLists;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.StateNames;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.repair.Selection;

/** An action of a person about one subject or several: the preview on which the person decides, and the request with its reason. */
@Controller
@ConditionalOnWebApplication
class ActionPages {

  static final String BUSY = "action.busy";
  private static final int LONGEST = 500;
  /** Most subjects that a call names one by one; what a case is about is not named, and may be more. */
  private static final int BY_HAND = 200;

  private final Repairs repairs;
  private final CaseLists cases;
  private final DeadLetterLists letters;
  private final ActionWords words;
  private final Names names;
  private final Texts texts;

  ActionPages(Repairs repairs, CaseLists cases, DeadLetterLists letters, ActionWords words, Names names, Texts texts) {
    this.repairs = repairs;
    this.cases = cases;
    this.letters = letters;
    this.words = words;
    this.names = names;
    this.texts = texts;
  }

  /** One subject of the action. @param preview empty when it is impossible, {@code why} says why then */
  record Row(String about, String subject, String page, String preview, String why, String dong) {

    public boolean possible() {
      return why.isEmpty();
    }
  }

  /**
   * The subjects of a call.
   *
   * @param about {@code payout:12}
   * @param cases those whose subjects are meant
   * @param fit only those about which the action is possible
   * @param set {@link #digest} of the subjects that the person saw
   * @param page of the preview
   */
  record Chosen(@Nullable List<String> about, @Nullable List<Long> cases, @Nullable String parameter, @Nullable String reason,
      @Nullable Boolean fit, @Nullable String set, @Nullable Integer page) {

    /** The subjects are looked up and not named by the call. */
    boolean byCase() {
      return cases != null && !cases.isEmpty();
    }

    boolean onlyFit() {
      return Boolean.TRUE.equals(fit);
    }

    String with() {
      return parameter == null ? "" : parameter.strip();
    }

    String because() {
      return reason == null ? "" : reason.substring(0, Math.min(LONGEST, reason.length())).replace('\0', ' ').strip();
    }
  }

  @GetMapping("/actions")
  ModelAndView preview(@RequestParam RepairAction action, Chosen chosen) {
    CurrentPerson.of(Role.OPERATOR);
    return page(action, chosen, "", HttpStatus.OK);
  }

  @PostMapping("/actions")
  ModelAndView request(@RequestParam RepairAction action, Chosen chosen, @RequestParam int payouts, @RequestParam long dong,
      RedirectAttributes next) {
    Actor actor = CurrentPerson.of(Role.OPERATOR);
    List<String> ids = new ArrayList<>();
    if (!unfit(action, chosen, ids).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    try {
      cut(chosen, ids);
      keepFit(action, chosen, ids);
      if (chosen.set() != null && !chosen.set().equals(digest(ids))) {
        return page(action, chosen, texts.of("action.changed"), HttpStatus.CONFLICT);
      }
      Outcome outcome = repairs.requestSeen(actor, action, ids, chosen.with(), chosen.because(), new Repairs.Seen(payouts, dong));
      String shown = words.plain(action, outcome.text().shown());
      if (outcome instanceof Outcome.Refused) {
        return page(action, chosen, shown, HttpStatus.CONFLICT);
      }
      next.addFlashAttribute("notice", shown);
      return new ModelAndView("redirect:" + nextPage(action, ids, outcome));
    } catch (ConcurrencyFailureException e) {
      return page(action, chosen, texts.of(BUSY), HttpStatus.CONFLICT);
    }
  }

  private static String nextPage(RepairAction action, List<String> ids, Outcome outcome) {
    String page = ids.size() == 1 ? Names.page(action.subject() + ":" + ids.get(0)) : "";
    if (!page.isEmpty()) {
      return page;
    }
    return outcome instanceof Outcome.Proposed proposed ? "/approvals/" + proposed.proposalId() : "/cases";
  }

  private ModelAndView page(RepairAction action, Chosen chosen, String problem, HttpStatus status) {
    List<String> ids = new ArrayList<>();
    List<Row> rows = new ArrayList<>(unfit(action, chosen, ids));
    String stopped = problem;
    int payouts = 0;
    long dong = 0;
    boolean first = cut(chosen, ids);
    boolean byCase = chosen.byCase() && (ids.size() > BY_HAND || chosen.onlyFit());
    int most = !action.takesSeveral() ? 1 : chosen.byCase() ? Repairs.MOST : BY_HAND;
    if (ids.size() > most || ids.isEmpty() && rows.isEmpty()) {
      stopped = ids.size() > 1 ? texts.of("action.too.many", ids.size(), most) : texts.of("action.none.chosen");
    } else if (!ids.isEmpty()) {
      try {
        keepFit(action, chosen, ids);
        Selection seen = repairs.preview(action, ids, chosen.with());
        Set<Selection.Item> refused = Set.copyOf(seen.refused());
        Stream.concat(seen.refused().stream(), seen.items().stream().filter(item -> !refused.contains(item)))
            .forEach(item -> rows.add(row(action, item)));
        payouts = seen.payouts();
        dong = seen.dong();
      } catch (ConcurrencyFailureException e) {
        stopped = texts.of(BUSY);
      }
    }
    ModelAndView page = new ModelAndView("action", status);
    String address = address(action, chosen, byCase, rows);
    Pages pages = Pages.of(rows.size(), chosen.page() == null ? 1 : chosen.page(), address);
    page.addObject("address", address).addObject("pages", pages).addObject("shown", pages.of(rows)).addObject("byCase", byCase)
        .addObject("cases", byCase ? chosen.cases() : List.of()).addObject("onlyFit", chosen.onlyFit())
        .addObject("set", digest(ids)).addObject("first", first ? texts.of("action.first", Repairs.MOST) : "");
    page.addObject("action", action).addObject("heading", words.title(action, chosen.with())).addObject("effect", words.effect(action))
        .addObject("persons", words.persons(action)).addObject("rows", rows).addObject("payouts", payouts).addObject("dong", dong)
        .addObject("sum", Shown.dong(dong)).addObject("problem", stopped).addObject("parameter", chosen.with())
        .addObject("possible", !rows.isEmpty() && rows.stream().allMatch(Row::possible))
        .addObject("fit", rows.stream().filter(Row::possible).map(Row::about).toList())
        .addObject("about", rows.stream().map(Row::about).toList()).addObject("channels", ActionWords.parameters(action).stream()
            .map(one -> new CasePages.Choice(one, StateNames.channel(one), one.equals(chosen.with()))).toList())
        .addObject("free", action == RepairAction.MATCH_CREDIT).addObject("messages", action.subject().equals("queue"))
        .addObject("reason", Shown.words(chosen.because())).addObject("failed", failed(action, ids, chosen.with()));
    return page;
  }

  /** Why the one dead letter that is meant failed; empty where none is. */
  private String failed(RepairAction action, List<String> ids, String parameter) {
    return !action.subject().equals("queue") || parameter.isEmpty() || ids.size() != 1 ? ""
        : letters.of(ids.get(0), parameter).stream().findFirst().map(one -> DeadLetterPage.reason(one, texts)
            + (one.exception().isEmpty() ? "" : " (" + one.exception() + ")")).orElse("");
  }

  /** The preview itself, also where a refused request shows it. */
  private static String address(RepairAction action, Chosen chosen, boolean byCase, List<Row> rows) {
    String subjects = byCase && chosen.cases() != null
        ? chosen.cases().stream().map(id -> "&cases=" + id).collect(Collectors.joining()) + (chosen.onlyFit() ? "&fit=true" : "")
        : rows.stream().map(row -> "&about=" + UriUtils.encode(row.about(), StandardCharsets.UTF_8)).collect(Collectors.joining());
    return "/actions?action=" + action + subjects + "&parameter=" + UriUtils.encode(chosen.with(), StandardCharsets.UTF_8) + "&";
  }

  /** Of cases with more payouts than one request takes only the first ones are meant; whether that was so. */
  private static boolean cut(Chosen chosen, List<String> ids) {
    boolean tooMany = chosen.byCase() && ids.size() > Repairs.MOST;
    if (tooMany) {
      ids.subList(Repairs.MOST, ids.size()).clear();
    }
    return tooMany;
  }

  /** Leaves those about which the action is possible, where the person chose so. */
  private void keepFit(RepairAction action, Chosen chosen, List<String> ids) {
    if (chosen.onlyFit() && !ids.isEmpty()) {
      Set<String> refused = repairs.preview(action, ids, chosen.with()).refused().stream().map(Selection.Item::id)
          .collect(Collectors.toSet());
      ids.removeAll(refused);
    }
  }

  /** The same for the same subjects in any order: a request is about those that the person saw. */
  private static String digest(List<String> ids) {
    try {
      byte[] all = ids.stream().sorted().collect(Collectors.joining(",")).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Row row(RepairAction action, Selection.Item item) {
    String about = action.subject() + ":" + item.id();
    return new Row(about, names.subject(about), Names.page(about), words.preview(action, item), words.why(action, item),
        action.subject().equals("queue") ? "" : Shown.dong(item.dong()));
  }

  /** Gathers the subjects' ids; gives a row for each that the action is not about. */
  private List<Row> unfit(RepairAction action, Chosen chosen, List<String> ids) {
    List<Row> unfit = new ArrayList<>();
    String kind = action.subject() + ":";
    Stream<Long> ofCases = chosen.cases() == null ? Stream.empty() : chosen.cases().stream().limit(BY_HAND + 1L);
    Stream.concat(chosen.about() == null ? Stream.empty() : chosen.about().stream(),
        ofCases.flatMap(id -> kind.equals("case:") ? Stream.of(kind + id) : subjectsOf(id, kind)))
        .distinct().forEach(about -> {
          if (about.startsWith(kind)) {
            ids.add(about.substring(kind.length()));
          } else {
            unfit.add(new Row(about, names.subject(about), Names.page(about), "", texts.of("action.not.about"), ""));
          }
        });
    return unfit;
  }

  /** The case's subject; where the action is about payouts and the case about several, those of them that wait. */
  private Stream<String> subjectsOf(long caseId, String kind) {
    String subject = subjectOf(caseId);
    List<String> several = kind.equals("payout:") && !subject.startsWith(kind) ? cases.waitingPayouts(caseId, Repairs.MOST + 1) : List.of();
    return several.isEmpty() ? Stream.of(subject) : several.stream();
  }

  private String subjectOf(long caseId) {
    return cases.one(caseId).map(row -> row.getOrDefault("về", "")).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
