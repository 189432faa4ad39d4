package vn.chitra.hub.operations.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** The files that partners sent, and what the hub understood of each; every value a text that may be shown. Their bytes are not read. */
@Component
public class ReceivedFiles {

  private static final String LIST = SqlText.of("operations/list-received-files");
  private static final String OF_PARTNER = SqlText.of("operations/list-received-files-of-partner");
  private static final String ONE = SqlText.of("operations/show-received-file");
  private static final String STATUSES = SqlText.of("operations/sum-statuses-of-file");
  private static final String ENTRIES = SqlText.of("operations/sum-entries-of-file");
  private static final String CASES = SqlText.of("operations/list-cases-of-file");
  private static final String RECEIVED = "select received_at from file where file_id = :file";
  /** Before and after every file. */
  private static final Timestamp FIRST = Timestamp.from(Instant.parse("1970-01-01T00:00:00Z"));
  private static final Timestamp LAST = Timestamp.from(Instant.parse("9999-01-01T00:00:00Z"));

  private final JdbcClient jdbc;
  private final Names names;
  private final Texts texts;

  ReceivedFiles(JdbcClient jdbc, Names names, Texts texts) {
    this.jdbc = jdbc;
    this.names = names;
    this.texts = texts;
  }

  /** One file. @param lines read, {@code applied} of them that counted, empty where it has none; {@code note} also why it was refused */
  public record Received(long id, String at, String partner, String name, String kind, String lines, String applied, String state,
      String note) {}

  /**
   * One file with what stands in it.
   *
   * @param batch that it is a reply to, 0 for none; {@code batchFile} its name
   * @param day of the statement that it carried, else empty; so are {@code opening} and {@code closing}
   */
  public record Sheet(Received file, String size, String sha256, long batch, String batchFile, String day, String opening, String closing,
      String statement) {}

  /** @param what was reported, or the kind of entry; {@code became} what the hub made of it */
  public record Sum(String what, String became, PayrollLists.Count count) {}

  /**
   * The newest first.
   *
   * @param partner null = of every one, @param day of receipt; null = of all time
   * @param before file behind which the page begins; 0 = from the newest
   */
  public Paged<Received> list(@Nullable String partner, @Nullable LocalDate day, long before) {
    Timestamp from = day == null ? FIRST : Timestamp.from(day.atStartOfDay(Zone.VIETNAM).toInstant());
    Timestamp until = day == null ? LAST : Timestamp.from(day.plusDays(1).atStartOfDay(Zone.VIETNAM).toInstant());
    Timestamp beforeAt = before == 0 ? LAST : jdbc.sql(RECEIVED).param("file", before).query(Timestamp.class).optional().orElse(LAST);
    StatementSpec query = partner == null ? jdbc.sql(LIST) : jdbc.sql(OF_PARTNER).param("partner", partner, Types.VARCHAR);
    return Paged.of(query.param("from", from).param("until", until).param("beforeAt", beforeAt).param("before", before)
        .param("most", Paged.READ).query((r, n) -> received(r)).list(), Received::id, before == 0);
  }

  public Optional<Sheet> one(long file) {
    return jdbc.sql(ONE).param("file", file).query((r, n) -> sheet(r)).optional();
  }

  /** The outcomes of payments that it reported. */
  public List<Sum> statuses(long file) {
    return jdbc.sql(STATUSES).param("file", file).query((r, n) -> {
      String reported = StateNames.status(r.getString("reported"));
      return new Sum(r.getBoolean("provisional") ? texts.of("payout.reported.provisional", reported) : reported,
          StateNames.effect(r.getString("effect")), PayrollLists.Count.of(r, "items", "dong"));
    }).list();
  }

  /** The entries of the statement that it carried. */
  public List<Sum> entries(long file) {
    return jdbc.sql(ENTRIES).param("file", file).query((r, n) -> new Sum(StateNames.entry(r.getString("kind")) + " ("
        + texts.of("D".equals(r.getString("side")) ? "file.debit" : "file.credit") + ")",
        texts.of(r.getBoolean("matched") ? "file.matched" : "file.unmatched"), PayrollLists.Count.of(r, "items", "dong"))).list();
  }

  /** The open ones; columns as in {@link CaseLists}. */
  public List<Map<String, String>> cases(long file) {
    return Table.of(jdbc.sql(CASES).param("file", file));
  }

  private Received received(ResultSet r) throws SQLException {
    return new Received(r.getLong("file_id"), Shown.time(r.getTimestamp("received_at")),
        names.place(r.getString("partner"), r.getString("folder")), Shown.words(r.getString("name")), kind(r), count(r, "line_count"),
        count(r, "applied_count"), StateNames.file(r.getString("state")), names.plain(r.getString("message")));
  }

  private Sheet sheet(ResultSet r) throws SQLException {
    boolean statement = r.getDate("day") != null;
    return new Sheet(received(r), Shown.count(r.getLong("size_bytes")), r.getString("sha256"), r.getLong("batch_id"),
        Shown.harmless(r.getString("batch_file")), statement ? Shown.day(r.getDate("day").toLocalDate()) : "",
        statement ? Shown.dong(r.getLong("opening_vnd")) : "", statement ? Shown.dong(r.getLong("closing_vnd")) : "",
        statement ? StateNames.statement(r.getString("statement_state")) : "");
  }

  private String kind(ResultSet r) throws SQLException {
    String kind = r.getString("kind");
    if ("STATEMENT".equals(kind)) {
      return texts.of("file.kind.statement");
    }
    if ("ACCOUNT_OPENING".equals(kind)) {
      return texts.of("file.kind.opening");
    }
    return r.getLong("batch_id") > 0 ? texts.of("file.kind.reply") : texts.of("file.kind.other");
  }

  private static String count(ResultSet r, String column) throws SQLException {
    long count = r.getLong(column);
    return r.wasNull() ? "" : Shown.count(count);
  }
}
