package vn.chitra.hub.console;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.operations.query.BatchLists;
import vn.chitra.hub.operations.query.CaseDuties;
import vn.chitra.hub.operations.query.CaseLists;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.StateNames;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.support.Zone;

/** The batches: those that wait, those in trouble, the newest; and one with its steps, replies and payments. */
@Controller
@ConditionalOnWebApplication
class BatchPages {

  private static final int LONGEST = 80;

  private final BatchLists batches;
  private final CaseLists cases;
  private final Names names;
  private final CaseDuties duties;
  private final Texts texts;
  private final PossibleActions actions;
  private final Clock businessClock;

  BatchPages(BatchLists batches, CaseLists cases, Names names, CaseDuties duties, Texts texts, PossibleActions actions,
      Clock businessClock) {
    this.batches = batches;
    this.cases = cases;
    this.names = names;
    this.duties = duties;
    this.texts = texts;
    this.actions = actions;
    this.businessClock = businessClock;
  }

  /** One batch, every value a text. */
  record BatchRow(String id, String place, String file, String state, String items, String dong, String proof, String sent, String due,
      boolean answered) {}

  /** @param rows at most 200 */
  record Group(String title, List<BatchRow> rows) {}

  record Step(String at, String text) {}

  @GetMapping("/batches")
  String batches(@RequestParam(defaultValue = "") String file, Model model) {
    String name = file.substring(0, Math.min(LONGEST, file.length())).replace('\0', ' ').strip();
    model.addAttribute("file", name);
    model.addAttribute("groups", name.isEmpty()
        ? List.of(group(texts.of("batches.troubled"), batches.troubled()),
            group(texts.of("batches.unanswered"), batches.unanswered()), group(texts.of("batches.newest"), batches.newest()))
        : List.of(group(texts.of("batches.named", name), batches.named(name))));
    return "batches";
  }

  @GetMapping("/batches/{id:\\d{1,18}}")
  String batch(@PathVariable long id, @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "0") long back,
      Model model) {
    Map<String, String> row = batches.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    LocalDateTime now = LocalDateTime.ofInstant(businessClock.instant(), Zone.VIETNAM);
    model.addAttribute("one", row(row));
    model.addAttribute("kind", texts.of("ACCOUNT_OPENING".equals(row.get("loại")) ? "batch.kind.opening"
        : "batch.kind.payment"));
    model.addAttribute("valueDate", row.getOrDefault("ngày chi", ""));
    model.addAttribute("sha256", row.getOrDefault("sha256", ""));
    model.addAttribute("attempts", row.getOrDefault("lần gửi", ""));
    model.addAttribute("steps", List.of(
        new Step(row.getOrDefault("gom lúc", ""), texts.of("batch.step.opened")),
        new Step(row.getOrDefault("tạo lúc", ""), texts.of("batch.step.built")),
        new Step(row.getOrDefault("gửi lúc", ""), texts.of("batch.step.sent")),
        new Step(row.getOrDefault("xác nhận lúc", ""), texts.of("batch.step.acknowledged"))).stream()
        .filter(step -> !step.at().isEmpty()).toList());
    model.addAttribute("payments", batches.payments(id));
    model.addAttribute("lines", batches.lines(id, after));
    model.addAttribute("cameBack", batches.cameBack(id, back));
    model.addAttribute("replies", batches.replies(id));
    model.addAttribute("cases", cases.about("batch:" + id).stream().filter(one -> "OPEN".equals(one.get("trạng thái")))
        .map(one -> CaseRow.of(one, names, duties, now)).toList());
    model.addAttribute("buttons", actions.about("batch:" + id));
    return "batch";
  }

  private Group group(String title, List<Map<String, String>> rows) {
    return new Group(title, rows.stream().map(this::row).toList());
  }

  private BatchRow row(Map<String, String> row) {
    String file = row.getOrDefault("tệp", "");
    return new BatchRow(row.getOrDefault("số", ""), names.place(row.getOrDefault("đối tác", ""), row.getOrDefault("nơi", "")),
        file.isEmpty() ? texts.of("batch.unnamed") : file, StateNames.batch(row.getOrDefault("trạng thái", "")),
        CaseRow.items(row), CaseRow.dong(row), proof(row), row.getOrDefault("gửi lúc", ""), row.getOrDefault("hạn trả lời", ""),
        "t".equals(row.get("đã trả lời")));
  }

  private String proof(Map<String, String> row) {
    return names.plain(Shown.harmless(row.get("bằng chứng")));
  }
}
