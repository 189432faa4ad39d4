package vn.chitra.hub.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.dryrun.DryRun;
import vn.chitra.hub.dryrun.DryRunResult;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.payroll.FindingKind;
import vn.chitra.hub.support.Language;

/** The payrolls that are not taken yet, and the dry run of one, as a page and as a workbook. Looking changes nothing. */
@Controller
@ConditionalOnWebApplication
class DryRunPages {

  private static final int PAYROLLS = 200;
  private static final int ROWS = 200;
  private static final int LONGEST_ID = 40;
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final DryRun dryRun;
  private final DryRunWords words;
  private final Texts texts;
  private final Archive archive;
  private final Clock businessClock;

  DryRunPages(DryRun dryRun, DryRunWords words, Texts texts, Archive archive, Clock businessClock) {
    this.dryRun = dryRun;
    this.words = words;
    this.texts = texts;
    this.archive = archive;
    this.businessClock = businessClock;
  }

  record Sum(String what, int items, String dong) {}

  /** The findings of one kind, the first of them as rows. */
  record Section(String title, String effect, int count, List<DryRunWords.Found> rows) {}

  /** A dry run as its page shows it. */
  record View(DryRunWords.Payroll payroll, String difference, String obstacle, String remark, String previous, List<Sum> sums,
      List<DryRunWords.Refused> refused, List<DryRunWords.Held> held, List<Section> sections, List<DryRunWords.Batch> files) {}

  @GetMapping("/dry-runs")
  String coming(Model model) {
    model.addAttribute("payrolls", dryRun.coming(PAYROLLS).stream().map(one -> words.payroll(one.header(), one.approved())).toList());
    model.addAttribute("most", PAYROLLS);
    return "dry-runs";
  }

  @GetMapping("/dry-runs/payroll")
  String run(@RequestParam(defaultValue = "") String id, Model model) {
    DryRun.Outcome<View> outcome = dryRun.run(known(id), this::view);
    model.addAttribute("most", ROWS);
    if (outcome instanceof DryRun.Outcome.Done<View> done) {
      model.addAttribute("run", done.value());
    } else if (outcome instanceof DryRun.Outcome.Refused<View> refused) {
      model.addAttribute("refusal", refusal(refused.why()));
    }
    return "dry-run";
  }

  /** Written to the disk first: a failure is then an error page and not half a workbook. */
  @GetMapping("/dry-runs/payroll.xlsx")
  void workbook(@RequestParam(defaultValue = "") String id, HttpServletResponse response) throws IOException {
    Path spool = archive.spool();
    try {
      DryRun.Outcome<Path> outcome = dryRun.run(known(id), result -> Language.inVietnamese(() -> written(result, spool)));
      if (outcome instanceof DryRun.Outcome.Refused<Path> refused) {
        throw new ResponseStatusException(HttpStatus.CONFLICT, refusal(refused.why()));
      }
      response.setContentType(XLSX);
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename("chay-thu-" + id + ".xlsx", StandardCharsets.UTF_8).build().toString());
      Files.copy(spool, response.getOutputStream());
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private Path written(DryRunResult result, Path spool) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool))) {
      new DryRunBook(result, words, businessClock.instant()).write(out);
      return spool;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String known(String id) {
    if (id.isBlank() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return id;
  }

  private String refusal(DryRun.Refusal why) {
    return switch (why) {
      case BUSY -> texts.of("dry.busy");
      case TAKEN -> texts.of("dry.taken");
      case NOT_THERE -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private View view(DryRunResult result) {
    DryRunResult.Decided decided = result.decided();
    List<DryRunWords.Refused> refused = new ArrayList<>();
    result.forEachRefused(ROWS, line -> refused.add(words.refused(line)));
    List<DryRunWords.Held> held = new ArrayList<>();
    result.forEachHeld(ROWS, line -> held.add(words.held(line)));
    return new View(words.payroll(result.header(), result.header().approvedAt() != null), result.difference().orElse(""),
        Shown.words(decided.obstacle().orElse("")), Shown.words(decided.remark()), words.previous(decided), sums(result), refused, held,
        decided.lookedFor().stream().map(kind -> section(result, kind)).toList(), decided.files().stream().map(words::batch).toList());
  }

  private List<Sum> sums(DryRunResult result) {
    DryRunResult.Decided decided = result.decided();
    return List.of(new Sum(texts.of("dry.sum.header"), result.header().itemCount(), Shown.dong(result.header().totalVnd())),
        new Sum(texts.of("dry.sum.accepted"), decided.booked().accepted().count(), Shown.dong(decided.booked().accepted().vnd())),
        new Sum(texts.of("dry.sum.planned"), decided.planned().count(), Shown.dong(decided.planned().vnd())),
        new Sum(texts.of("dry.sum.held"), decided.held().count(), Shown.dong(decided.held().vnd())),
        new Sum(texts.of("dry.sum.refused"), decided.booked().refused().count(), Shown.dong(decided.booked().refused().vnd())));
  }

  private Section section(DryRunResult result, FindingKind kind) {
    List<DryRunWords.Found> rows = new ArrayList<>();
    result.forEachFinding(kind, ROWS, finding -> rows.add(words.found(finding)));
    return new Section(kind.word().shown(), words.effect(kind, result.decided()), result.decided().found().getOrDefault(kind, 0), rows);
  }
}
