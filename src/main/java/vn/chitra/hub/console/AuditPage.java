package vn.chitra.hub.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.operations.query.AuditLists;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.support.Masking;
import vn.chitra.hub.support.Zone;

/** The audit trail: search, the check of its chain, and its export for inspectors with the hashes. */
@Controller
@ConditionalOnWebApplication
class AuditPage {

  private static final int LONGEST = 120;
  private static final int REASON_AT_LEAST = 5;
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r']");
  private static final List<String> COLUMNS = List.of("audit_id", "at", "actor", "action", "subject", "reason", "detail", "prev_hash",
      "hash");

  private final AuditLists events;
  private final AuditTrail trail;
  private final ActionWords words;
  private final Names names;
  private final Texts texts;
  private final TransactionTemplate transaction;
  private final Clock businessClock;

  AuditPage(AuditLists events, AuditTrail trail, ActionWords words, Names names, Texts texts,
      TransactionTemplate transaction, Clock businessClock) {
    this.events = events;
    this.trail = trail;
    this.words = words;
    this.names = names;
    this.texts = texts;
    this.transaction = transaction;
    this.businessClock = businessClock;
  }

  record Event(String number, String at, String actor, String title, String subject, String page, String reason, String detail,
      String hash) {}

  @GetMapping("/audit")
  String audit(@RequestParam(defaultValue = "") String actor, @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "false") boolean check, Model model) {
    String login = typed(actor);
    String part = typed(text);
    model.addAttribute("events", events.find(login.isEmpty() ? null : login, part.isEmpty() ? null : part).stream().map(this::event).toList());
    model.addAttribute("login", login);
    model.addAttribute("text", part);
    model.addAttribute("most", AuditLists.MOST);
    AuditTrail.Verification chain = check ? trail.verify() : null;
    model.addAttribute("checked", check);
    model.addAttribute("holds", chain != null && chain.holds());
    model.addAttribute("chain", chain == null ? "" : chain.holds()
        ? texts.of("audit.holds", String.valueOf(chain.lastNumber()), chain.lastHash())
        : texts.of("audit.broken", String.valueOf(chain.firstBroken())));
    return "audit";
  }

  /** The export is an event of the trail itself, and its last line. */
  @PostMapping("/audit/export")
  void export(@RequestParam(defaultValue = "") String reason, HttpServletResponse response) throws IOException {
    Actor actor = CurrentPerson.of(Role.APPROVER);
    String because = typed(reason);
    if (because.length() < REASON_AT_LEAST) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    transaction.executeWithoutResult(status -> trail.append(actor.login(), "EXPORT_AUDIT", "audit:CSV", Masking.maskDigits(because), null));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"nhat-ky-" + LocalDate.ofInstant(businessClock.instant(),
        Zone.VIETNAM) + ".csv\"");
    CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.NON_EMPTY)
        .build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    csv.writeRecord(COLUMNS);
    events.each(r -> csv.writeRecord(r.getString(1), r.getTimestamp(2).toInstant().toString(), cell(r.getString(3)), r.getString(4),
        cell(r.getString(5)), cell(r.getString(6)), cell(r.getString(7)), r.getString(8), r.getString(9)));
    csv.flush();
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe. So does one that begins with it: one can be taken off. */
  private static @Nullable String cell(@Nullable String text) {
    return text != null && FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }

  private Event event(Map<String, String> row) {
    String action = text(row, "việc");
    String subject = text(row, "về");
    return new Event(text(row, "số"), text(row, "lúc"), text(row, "ai"), words.event(action), names.subject(subject), Names.page(subject),
        Shown.words(text(row, "lý do")), words.detail(action, text(row, "chi tiết")), text(row, "mã băm"));
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static String typed(String text) {
    return text.substring(0, Math.min(LONGEST, text.length())).replace('\0', ' ').strip();
  }
}
