package vn.chitra.hub.operations.query;

import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** The months: the newest ones, what keeps each open, and the payouts of one by channel. */
@Component
public class MonthLists {

  private static final String BY_CHANNEL = SqlText.of("operations/sum-payouts-by-channel");
  private static final String OPEN = SqlText.of("operations/show-open-months");
  private static final String NEWEST = SqlText.of("operations/list-months");
  private static final String NAMED = SqlText.of("operations/name-reasons-of-month");
  /** Of each reason; a reader who needs more goes by the lists of payrolls, files and cases. */
  private static final int NAMED_AT_MOST = 10;
  private static final String TOTALS = "TOTALS";
  private static final String DIFFERENCE = "DIFFERENCE";
  /** Reasons whose own words are only the names. */
  private static final Set<String> NAMES_ALL = Set.of(TOTALS, "LIST");

  private final JdbcClient jdbc;
  private final Names names;
  private final Texts texts;
  private final Clock businessClock;

  public MonthLists(JdbcClient jdbc, Names names, Texts texts, Clock businessClock) {
    this.jdbc = jdbc;
    this.names = names;
    this.texts = texts;
    this.businessClock = businessClock;
  }

  /** A programme's month. @param closedAt empty while it is open */
  public record Month(YearMonth period, String programme, long payrolls, long items, String dong, String closedAt) {}

  /** Newest first. @param most months */
  public List<Month> newest(int most) {
    return jdbc.sql(NEWEST).param("most", most).query((r, n) -> new Month(YearMonth.from(r.getDate("period").toLocalDate()),
        r.getString("programme"), r.getLong("payrolls"), r.getLong("items"), Shown.dong(r.getLong("dong")),
        Shown.time(r.getTimestamp("closed_at")))).list();
  }

  /** Reasons that keep months open, and how each is ended. */
  public List<Map<String, String>> open() {
    return open(code -> texts.of("commune.code", code));
  }

  /** Something that keeps a month open. @param page empty where it has none, {@code caseId} of the first open case about it, else empty */
  public record Named(String words, String page, String caseId, String caseWords) {}

  /** @param row as of {@link #open()}, {@code named} some of what the reason is about, {@code more} whether there is more than those */
  public record Reason(Map<String, String> row, List<Named> named, boolean more) {}

  /** The reasons of one month. @param commune gives a commune's name for its code */
  public List<Reason> open(YearMonth period, UnaryOperator<String> commune) {
    Date first = Date.valueOf(period.atDay(1));
    Map<String, List<NamedRow>> all = jdbc.sql(NAMED).param("period", first).param("most", NAMED_AT_MOST + 1)
        .query((r, n) -> new NamedRow(r.getString("programme") + r.getString("what"), r.getString("subject"), r.getString("name"),
            r.getString("case_id"), r.getString("kind"))).list().stream().collect(Collectors.groupingBy(NamedRow::reason));
    return rows(first).stream().map(row -> reason(row, all, commune)).toList();
  }

  /** @param reason programme and code of the reason */
  private record NamedRow(String reason, String subject, @Nullable String name, @Nullable String caseId, @Nullable String kind) {}

  private Reason reason(Map<String, String> row, Map<String, List<NamedRow>> all, UnaryOperator<String> commune) {
    String what = row.getOrDefault("vì sao", "");
    String about = row.getOrDefault("cụ thể", "");
    List<NamedRow> named = all.getOrDefault(row.get("chương trình") + what, List.of()).stream()
        .filter(one -> !what.equals(TOTALS) || about.equals(one.name()))
        .filter(one -> !what.equals(DIFFERENCE) || one.caseId() != null).toList();
    inWords(row, commune);
    String words = row.getOrDefault("cụ thể", "");
    List<Named> shown = named.stream().limit(NAMED_AT_MOST).map(one -> named(one, what.equals(TOTALS) ? words : one.name())).toList();
    if (!shown.isEmpty() && NAMES_ALL.contains(what)) {
      row.put("cụ thể", "");
    }
    return new Reason(row, shown, named.size() > NAMED_AT_MOST);
  }

  private Named named(NamedRow one, @Nullable String words) {
    boolean month = one.subject().startsWith("period:");
    return new Named(month ? "" : words == null ? names.subject(one.subject()) : Shown.harmless(words),
        month ? "" : Names.page(one.subject()),
        one.caseId() == null ? "" : one.caseId(), one.kind() == null ? "" : Names.kind(one.kind()));
  }

  private List<Map<String, String>> open(UnaryOperator<String> commune) {
    List<Map<String, String>> rows = rows(null);
    rows.forEach(row -> inWords(row, commune));
    return rows;
  }

  /** @param period null = every month */
  private List<Map<String, String>> rows(@Nullable Date period) {
    return Table.of(jdbc.sql(OPEN).param("period", period, Types.DATE)
        .param("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM))));
  }

  /** The query gives the reason's code, and of the details the values alone. */
  private void inWords(Map<String, String> row, UnaryOperator<String> commune) {
    String reason = "open." + row.get("vì sao");
    String about = row.getOrDefault("cụ thể", "");
    String code = Objects.requireNonNull(row.remove("xã"));
    row.put("vì sao", texts.of(reason + ".why"));
    row.put("cụ thể", about.isEmpty() ? "" : texts.of(reason + ".about", about, code.isEmpty() ? "" : commune.apply(code)));
    row.put("cách xử lý", texts.of(reason + ".end"));
  }

  /** The payouts of a month by channel, partner and state, each by its code. */
  public List<Map<String, String>> byChannel(YearMonth period) {
    List<Map<String, String>> rows = Table.of(jdbc.sql(BY_CHANNEL).param("period", Date.valueOf(period.atDay(1))));
    rows.forEach(row -> {
      if (row.getOrDefault("đối tác", "").isEmpty()) {
        row.put("đối tác", texts.of("partner.none.yet"));
      }
      row.replaceAll((column, value) -> value.isEmpty() ? texts.of("none.yet") : value);
    });
    return rows;
  }
}
