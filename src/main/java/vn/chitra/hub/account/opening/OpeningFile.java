package vn.chitra.hub.account.opening;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The account-opening file {@code MTK_<sender>_<yyyyMMdd>_<seq:6>.csv}: UTF-8, LF, {@code |} without quoting (contract §7.1). */
final class OpeningFile {

  private final String sender;
  private final int seq;
  private final LocalDate day;

  OpeningFile(String sender, int seq, LocalDate day) {
    this.sender = sender;
    this.seq = seq;
    this.day = day;
  }

  String name() {
    return "MTK_%s_%s_%06d.csv".formatted(sender, DateTimeFormatter.BASIC_ISO_DATE.format(day), seq);
  }

  void write(List<OpeningRequest> requests, Path to) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      write(requests, out);
    }
  }

  /** The same in memory. */
  String text(List<OpeningRequest> requests) {
    StringWriter text = new StringWriter();
    try {
      write(requests, text);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
    return text.toString();
  }

  private void write(List<OpeningRequest> requests, Writer out) throws IOException {
    out.write("H|1|" + sender + "|" + seq + "|" + requests.size() + "\n");
    for (OpeningRequest one : requests) {
      out.write(String.join("|", "M", Integer.toString(one.line()), one.requestId(), plain(one.fullName()), one.birthDate(),
          one.personalNo(), plain(one.address()), one.communeCode(), plain(one.phone())) + "\n");
    }
    out.write("T|" + requests.size() + "\n");
  }

  /**
   * Verifies the bytes by parsing them again, by position (money rule 4). @return complaints without personal data; empty = the file is as
   * intended
   */
  List<String> check(List<OpeningRequest> meant, Path bytes) throws IOException {
    return check(meant, Files.readString(bytes, StandardCharsets.UTF_8));
  }

  /** The same for a text in memory. */
  List<String> check(List<OpeningRequest> meant, String text) {
    List<String> complaints = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    if (lines.length != meant.size() + 3 || !lines[lines.length - 1].isEmpty()) {
      return List.of("số dòng khác số người");
    }
    complain(complaints, 1, List.of("H", "1", sender, Integer.toString(seq), Integer.toString(meant.size())), lines[0]);
    for (int i = 0; i < meant.size() && complaints.size() < 20; i++) {
      OpeningRequest one = meant.get(i);
      complain(complaints, i + 2, List.of("M", Integer.toString(i + 1), one.requestId(), plain(one.fullName()), one.birthDate(),
          one.personalNo(), plain(one.address()), one.communeCode(), plain(one.phone())), lines[i + 1]);
    }
    complain(complaints, meant.size() + 2, List.of("T", Integer.toString(meant.size())), lines[lines.length - 2]);
    return complaints;
  }

  private static void complain(List<String> complaints, int line, List<String> meant, String found) {
    if (!List.of(found.split("\\|", -1)).equals(meant)) {
      complaints.add("dòng " + line + ": khác với dữ liệu cần gửi");
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[|\\p{Cntrl}]", " ").strip();
  }
}
