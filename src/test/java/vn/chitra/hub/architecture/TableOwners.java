package vn.chitra.hub.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which module may write which table: every statement of the sources is read, in sql files and in Java. */
final class TableOwners {

  /** Module to its tables. */
  static final Map<String, List<String>> OWNED = Map.ofEntries(
      Map.entry("payroll", List.of("payroll", "payroll_refusal", "payroll_reopened", "welfare_watch", "account_candidate")),
      Map.entry("payout", List.of("payout", "payment", "payment_status", "booking", "payout_result", "result_change", "funding_need",
          "refused_payment", "payroll_to_gather", "duplicate_payment", "paid_batch", "payment_paid_outside", "archived_month",
          "archived_payout", "archived_payment")),
      Map.entry("batch", List.of("batch", "file_sequence", "send_gate", "payment_already_out", "configuration")),
      Map.entry("inbound", List.of("file_arrival", "batch_reply", "inbox_memory", "decrypted_file")),
      Map.entry("archive", List.of("file")),
      Map.entry("cases", List.of("case_record", "case_payout")),
      Map.entry("reconciliation", List.of("statement", "statement_entry", "statement_debit", "funding_account", "funding_retry",
          "payment_credit", "period_close", "cashless_share", "settlement_report", "settlement_touch", "paid_day")),
      Map.entry("account", List.of("account_request", "account_request_entitlement", "account_reply", "account_report", "account_name",
          "account_name_retry")),
      Map.entry("alert", List.of("alert_state", "mail", "mail_case")),
      Map.entry("outbox", List.of("outbox")),
      Map.entry("channel", List.of("api_bulk", "api_statement")),
      Map.entry("repair", List.of("repair_proposal", "repair_proposal_item")),
      Map.entry("audit", List.of("audit_event")),
      Map.entry("operations", List.of("message_failure")));

  private static final Pattern WRITE = Pattern.compile(
      "\\b(?:insert\\s+into|update|delete\\s+from|copy|truncate(?:\\s+table)?|merge\\s+into)\\s+(?:only\\s+)?([a-z_]+)",
      Pattern.CASE_INSENSITIVE);
  /** {@code for update of l} and {@code for no key update} lock and do not write. */
  private static final Pattern LOCK = Pattern.compile("\\bfor\\s+(?:no\\s+key\\s+)?update(?:\\s+of\\s+\\w+)?|\\bdo\\s+update\\s+set",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern LITERAL = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);
  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern ENTITY = Pattern.compile("@Table\\(name = \"([a-z_]+)\"");
  private static final Path JAVA = Path.of("src/main/java/vn/chitra/hub");
  private static final Path SQL = Path.of("src/main/resources/sql");

  private TableOwners() {}

  /** One write of a table by another module than its owner. */
  record Violation(String source, String module, String table) {}

  static List<Violation> inTheSources() throws IOException {
    List<Violation> found = new ArrayList<>();
    for (Path root : List.of(JAVA, SQL)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          Path inside = root.relativize(file);
          found.addAll(in(inside.toString(), inside.getNameCount() == 1 ? "" : inside.getName(0).toString(), Files.readString(file)));
        }
      }
    }
    return found;
  }

  /** @param source its ending says whether it is Java or SQL */
  static List<Violation> in(String source, String module, String text) {
    return written(source, text).distinct().filter(table -> owner(table).filter(owner -> !owner.equals(module)).isPresent())
        .map(table -> new Violation(source, module, table)).toList();
  }

  private static Stream<String> written(String source, String text) {
    if (source.endsWith(".sql")) {
      return tables(text.replaceAll("--[^\\n]*", ""));
    }
    Stream<String> entities = ENTITY.matcher(text).results().map(match -> match.group(1));
    String statements = LITERAL.matcher(JOINED.matcher(text).replaceAll("")).results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1)).collect(Collectors.joining("\n;\n"));
    return Stream.concat(entities, tables(statements));
  }

  private static Stream<String> tables(String statements) {
    Matcher write = WRITE.matcher(LOCK.matcher(statements).replaceAll(" "));
    return write.results().map(match -> match.group(1).toLowerCase(Locale.ROOT));
  }

  private static Optional<String> owner(String table) {
    return OWNED.entrySet().stream().filter(entry -> entry.getValue().contains(table)).map(Map.Entry::getKey).findFirst();
  }
}
