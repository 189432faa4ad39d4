package vn.chitra.hub.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.reconciliation.report.SettlementReport;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Role;

/** Files to keep: the settlement report of a month with the figures of now, and the exact bytes of a sent or received file. */
@Controller
@ConditionalOnWebApplication
class Downloads {

  private static final int REASON_AT_LEAST = 5;
  private static final int LONGEST = 500;
  private static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final SettlementReport report;
  private final FileDownloads files;

  Downloads(SettlementReport report, FileDownloads files) {
    this.report = report;
    this.files = files;
  }

  @GetMapping("/months/{month:\\d{4}-\\d{2}}/report.xlsx")
  ResponseEntity<byte[]> workbook(@PathVariable String month) throws IOException {
    YearMonth period = MonthPages.period(month);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    report.writeXlsx(period, bytes);
    return ResponseEntity.ok().contentType(XLSX).header(HttpHeaders.CONTENT_DISPOSITION, attached("quyet-toan-" + period + ".xlsx"))
        .body(bytes.toByteArray());
  }

  /** Attached, because the page brings its own style, which the console's policy forbids. */
  @GetMapping("/months/{month:\\d{4}-\\d{2}}/report.html")
  ResponseEntity<byte[]> page(@PathVariable String month) throws IOException {
    YearMonth period = MonthPages.period(month);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    report.writeHtml(period, bytes);
    return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, attached("quyet-toan-" + period + ".html")).body(bytes.toByteArray());
  }

  @PostMapping("/batches/{id:\\d{1,18}}/file")
  ResponseEntity<Resource> sent(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
    return bytes(files.ofBatch(CurrentPerson.of(Role.APPROVER), id, because(reason)));
  }

  @PostMapping("/files/{id:\\d{1,18}}/file")
  ResponseEntity<Resource> received(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
    return bytes(files.received(CurrentPerson.of(Role.APPROVER), id, because(reason)));
  }

  /** @throws ResponseStatusException 400 for too short a reason */
  private static String because(String reason) {
    String because = reason.substring(0, Math.min(LONGEST, reason.length())).replace('\0', ' ').strip();
    if (because.length() < REASON_AT_LEAST) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return because;
  }

  private static ResponseEntity<Resource> bytes(Optional<FileDownloads.Handed> file) {
    FileDownloads.Handed handed = file.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, attached(handed.name())).body(new FileSystemResource(handed.bytes()));
  }

  private static String attached(String name) {
    return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
  }
}
