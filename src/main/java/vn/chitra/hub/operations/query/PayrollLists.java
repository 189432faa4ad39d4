package vn.chitra.hub.operations.query;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payroll.RefusalReason;
import vn.chitra.hub.support.SqlText;

/** A payroll's header, its lines by outcome, its payouts, cases and batches; every value a text that may be shown, names as initials. */
@Component
public class PayrollLists {

  private static final String ONE = SqlText.of("operations/show-payroll");
  private static final String FIND = SqlText.of("operations/find-payrolls");
  private static final String OF_MONTH = SqlText.of("operations/list-payrolls-of-month");
  /** Characters of an id that are searched for. */
  private static final int LEAST = 4;
  private static final String KNOWN = "select payroll_id from payroll where payroll_id = any (:payrolls)";
  private static final String SUMS = SqlText.of("operations/sum-payouts-of-payroll");
  private static final String REFUSAL_SUMS = SqlText.of("operations/sum-refusals-of-payroll");
  private static final String REFUSALS = SqlText.of("operations/list-refusals-of-payroll");
  private static final String PAYOUTS = SqlText.of("operations/list-payouts-of-payroll");
  private static final String BATCHES = SqlText.of("operations/list-batches-of-payroll");
  private static final String CASES = SqlText.of("operations/list-cases-of-payroll");

  private final JdbcClient jdbc;
  private final Names names;
  private final Texts texts;

  PayrollLists(JdbcClient jdbc, Names names, Texts texts) {
    this.jdbc = jdbc;
    this.names = names;
    this.texts = texts;
  }

  /** A number of lines or payouts, and their sum. */
  public record Count(String items, String dong) {

    static Count of(ResultSet r, String items, String dong) throws SQLException {
      return new Count(Shown.count(r.getLong(items)), Shown.dong(r.getLong(dong)));
    }
  }

  /**
   * The header of a payroll.
   *
   * @param month {@code yyyy-MM}, {@code months} in words
   * @param movedOn payouts that a later payroll took up; empty for none
   * @param replacedBy id of the payroll that was taken in its place, else empty
   * @param receiptWritten whether the province has the receipt as it is now
   * @param results stated for the province, {@code written} of them; {@code newest} when the newest was stated
   */
  public record Sheet(String id, String programme, String commune, String agency, String month, String months, String payDays, String state,
      String message, Count all, Count accepted, Count refused, String movedOn, String approved, String taken, String released,
      String withdrawn, String replacedBy, String receipt, boolean receiptWritten, String results, String written, String newest) {}

  /** @param held why, empty where nothing holds them */
  public record Sum(String kind, String channel, String state, String held, Count count) {}

  public record RefusalSum(String field, Count count) {}

  /** @param field that is wrong, {@code why} in Vietnamese */
  public record Refusal(long line, String field, String why, String dong) {}

  /** @param items payments of the payroll that travel or travelled in it */
  public record Batch(long id, String place, String file, String state, Count items) {}

  public record Found(String id, String page, String programme, String commune, String month, String state, Count count) {}

  /** Empty when the hub has not taken it. */
  public Optional<Sheet> one(String payroll) {
    return jdbc.sql(ONE).param("payroll", payroll).query((r, n) -> sheet(r)).optional();
  }

  /** Those whose id begins with the text, the newest first, at most 50; none for a text of fewer than {@value #LEAST} characters. */
  public List<Found> find(String start) {
    return start.length() < LEAST ? List.of() : jdbc.sql(FIND).param("start", start).query((r, n) -> found(r)).list();
  }

  /** Those of a month, by id. @param after id behind which the page begins; empty = from the start */
  public Paged<Found> of(YearMonth period, String after) {
    return Paged.of(jdbc.sql(OF_MONTH).param("period", Date.valueOf(period.atDay(1))).param("after", after).param("most", Paged.READ)
        .query((r, n) -> found(r)).list(), Found::id, after.isEmpty());
  }

  private Found found(ResultSet r) throws SQLException {
    String id = r.getString("payroll_id");
    return new Found(Shown.harmless(id), Names.page("payroll:" + id), names.programme(r.getString("programme")),
        names.commune(r.getString("commune_code"), day(r, "period")), Shown.months(day(r, "period"), day(r, "period")),
        StateNames.payroll(r.getString("state")), Count.of(r, "item_count", "total_vnd"));
  }

  public List<Sum> sums(String payroll) {
    return jdbc.sql(SUMS).param("payroll", payroll).query((r, n) -> new Sum(StateNames.kind(r.getString("kind")),
        channel(r.getString("channel")), StateNames.payout(r.getString("state")), names.hold(r.getString("hold_reason")),
        Count.of(r, "items", "dong"))).list();
  }

  /** The most frequent first. */
  public List<RefusalSum> refusalSums(String payroll) {
    return jdbc.sql(REFUSAL_SUMS).param("payroll", payroll).query((r, n) -> new RefusalSum(field(r.getString("reason_code")),
        Count.of(r, "items", "dong"))).list();
  }

  public Paged<Refusal> refusals(String payroll, long after) {
    return Paged.of(jdbc.sql(REFUSALS).param("payroll", payroll).param("after", after).param("most", Paged.READ)
        .query((r, n) -> new Refusal(r.getLong("line_no"), field(r.getString("reason_code")), names.plain(r.getString("reason_text")),
            Shown.dong(r.getLong("amount_vnd")))).list(), Refusal::line, after == 0);
  }

  public Paged<PayoutRow> payouts(String payroll, long after) {
    return Paged.of(jdbc.sql(PAYOUTS).param("payroll", payroll).param("after", after).param("most", Paged.READ)
        .query((r, n) -> new PayoutRow(r.getLong("line_no"), r.getLong("payout_id"), "", Shown.name(r.getString("beneficiary_name")),
            Shown.name(r.getString("payee_name")), StateNames.kind(r.getString("kind")), Shown.months(day(r, "for_from"), day(r, "for_to")),
            Shown.dong(r.getLong("amount_vnd")), channel(r.getString("channel")), names.partner(r.getString("partner")),
            StateNames.payout(r.getString("state")), names.hold(r.getString("hold_reason")))).list(), PayoutRow::line, after == 0);
  }

  /** The newest first, at most 200. */
  public List<Batch> batches(String payroll) {
    return jdbc.sql(BATCHES).param("payroll", payroll).query((r, n) -> new Batch(r.getLong("batch_id"),
        names.place(r.getString("partner"), r.getString("folder")),
        r.getString("file_name") == null ? texts.of("batch.unnamed") : Shown.harmless(r.getString("file_name")),
        StateNames.batch(r.getString("state")), Count.of(r, "items", "dong"))).list();
  }

  /** The open ones about the payroll and its payouts, the most urgent first, at most 50; columns as in {@link CaseLists}. */
  public List<Map<String, String>> cases(String payroll) {
    return Table.of(jdbc.sql(CASES).param("payroll", payroll));
  }

  /** A part of a text, with the address of the payroll that it names; else without. */
  public record Piece(String text, String page) {}

  /** The text cut at the payrolls that it names and the hub knows. @param text masked and harmless already */
  public List<Piece> linked(String text) {
    List<String> named = Shown.payrolls(text);
    Set<String> known = named.isEmpty() ? Set.of() : Set.copyOf(jdbc.sql(KNOWN)
        .param("payrolls", new SqlArrayValue("varchar", named.toArray())).query(String.class).list());
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (String payroll : named) {
      int at = text.indexOf(payroll, from);
      pieces.add(new Piece(text.substring(from, at), ""));
      pieces.add(new Piece(payroll, known.contains(payroll) ? Names.page("payroll:" + payroll) : ""));
      from = at + payroll.length();
    }
    pieces.add(new Piece(text.substring(from), ""));
    return pieces;
  }

  private Sheet sheet(ResultSet r) throws SQLException {
    LocalDate period = day(r, "period");
    return new Sheet(Shown.harmless(r.getString("payroll_id")), names.programme(r.getString("programme")),
        names.commune(r.getString("commune_code"), period), names.agency(Shown.harmless(r.getString("agency_code"))),
        YearMonth.from(period).toString(),
        Shown.months(day(r, "period_from"), period), Shown.day(day(r, "pay_from")) + " – " + Shown.day(day(r, "pay_until")),
        StateNames.payroll(r.getString("state")), names.plain(r.getString("message")), Count.of(r, "item_count", "total_vnd"),
        Count.of(r, "accepted_count", "accepted_vnd"), Count.of(r, "refused_count", "refused_vnd"),
        r.getLong("moved_on") == 0 ? "" : Shown.count(r.getLong("moved_on")),
        Shown.time(r.getTimestamp("approved_at")), Shown.time(r.getTimestamp("taken_at")), Shown.time(r.getTimestamp("released_at")),
        Shown.time(r.getTimestamp("withdrawn_at")), Shown.harmless(r.getString("superseded_by")),
        StateNames.receipt(r.getString("receipt_status")), r.getBoolean("receipt_written"), Shown.count(r.getLong("stated")),
        Shown.count(r.getLong("written")), Shown.time(r.getTimestamp("newest_at")));
  }

  private String channel(@Nullable String channel) {
    return channel == null ? texts.of("channel.none") : StateNames.channel(channel);
  }

  private static String field(String reason) {
    return Arrays.stream(RefusalReason.values()).filter(one -> one.name().equals(reason)).map(one -> one.field().shown()).findFirst()
        .orElse(reason);
  }

  private static LocalDate day(ResultSet r, String column) throws SQLException {
    Date day = r.getDate(column);
    return day.toLocalDate();
  }
}
