package vn.chitra.hub.console;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import vn.chitra.hub.operations.query.ReceivedFiles;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.Zone;

/** The files that partners sent, by partner and day, and one with what the hub understood; an approver downloads its bytes. */
@Controller
@ConditionalOnWebApplication
class FilePages {

  private final ReceivedFiles files;
  private final Partners partners;
  private final Names names;
  private final CaseDuties duties;
  private final Clock businessClock;

  FilePages(ReceivedFiles files, Partners partners, Names names, CaseDuties duties, Clock businessClock) {
    this.files = files;
    this.partners = partners;
    this.names = names;
    this.duties = duties;
    this.businessClock = businessClock;
  }

  /** @param day {@code yyyy-MM-dd}, empty = of all time, @param before file behind which the page begins */
  @GetMapping("/files")
  String files(@RequestParam(defaultValue = "") String partner, @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "0") long before, Model model) {
    LocalDate of = day.isEmpty() ? null : day(day);
    String known = partners.all().stream().map(one -> one.id()).filter(partner::equals).findFirst().orElse("");
    model.addAttribute("list", files.list(known.isEmpty() ? null : known, of, before));
    model.addAttribute("partners", partners.all().stream().map(one -> new CasePages.Choice(one.id(), one.name(), one.id().equals(known)))
        .toList());
    model.addAttribute("day", day);
    model.addAttribute("kept", "partner=" + known + "&day=" + day + "&");
    return "files";
  }

  @GetMapping("/files/{id:\\d{1,18}}")
  String file(@PathVariable long id, Model model) {
    model.addAttribute("one", files.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    LocalDateTime now = LocalDateTime.ofInstant(businessClock.instant(), Zone.VIETNAM);
    model.addAttribute("cases", files.cases(id).stream().map(row -> CaseRow.of(row, names, duties, now)).toList());
    model.addAttribute("statuses", files.statuses(id));
    model.addAttribute("entries", files.entries(id));
    return "file";
  }

  private static LocalDate day(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, day, e);
    }
  }
}
