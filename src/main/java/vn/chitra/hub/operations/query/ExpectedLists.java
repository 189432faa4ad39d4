package vn.chitra.hub.operations.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.LegalDay;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Promises;
import vn.chitra.hub.reconciliation.statement.StatementClock;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * The calendar of what is expected, by profile and banking calendar: acknowledgements and last answers of sent files and of the cash lists
 * of each commune and post office, the banks' next statements, approved payrolls that are not handed over yet, and the two days of the law
 * (money and lists before the 25th, reports before the 20th: ND20 art. 34, TT44 art. 8).
 */
@Component
public class ExpectedLists {

  private static final String REPLIES = SqlText.of("operations/list-awaited-replies");
  private static final String UNRELEASED = SqlText.of("operations/sum-unreleased-payrolls");
  private static final String PAYS = "select exists (select from batch where partner = :partner and kind = 'PAYMENT')";
  private static final int MOST = 500;
  /** Banking days of each bank. */
  private static final int STATEMENTS = 5;
  private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);
  /** A day of the law is pointed out this long before. */
  private static final int WARNED_DAYS = 5;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

  private final JdbcClient jdbc;
  private final Partners partners;
  private final Promises promises;
  private final StatementClock statements;
  private final Names names;
  private final Texts texts;
  private final Clock businessClock;

  ExpectedLists(JdbcClient jdbc, Partners partners, Promises promises, StatementClock statements, Names names,
      Texts texts, Clock businessClock) {
    this.jdbc = jdbc;
    this.partners = partners;
    this.promises = promises;
    this.statements = statements;
    this.names = names;
    this.texts = texts;
    this.businessClock = businessClock;
  }

  /**
   * One thing that must come, or be done, by a time.
   *
   * @param due in Vietnam
   * @param who a partner with its commune or post office, a programme, or the law
   * @param about a file, an account's day or a month
   * @param page its address, empty where it has none
   * @param distance {@code quá hạn}, {@code hôm nay}, {@code còn 3 ngày}
   * @param urgent overdue, or a day of the law within five days
   */
  public record Row(String due, String who, String what, String about, String page, String distance, boolean urgent) {}

  private record Expected(ZonedDateTime due, String who, String what, String about, String page, boolean ofTheLaw) {}

  /** By time, so that the overdue stand first; of replies at most 500, of statements those of the next five banking days. */
  public List<Row> all() {
    return rows(STATEMENTS);
  }

  /** The first of {@link #all()}, of each bank's statements only the next. */
  public List<Row> first(int most) {
    return rows(1).stream().limit(most).toList();
  }

  private List<Row> rows(int statementsOfABank) {
    ZonedDateTime now = businessClock.instant().atZone(Zone.VIETNAM);
    List<Expected> expected = new ArrayList<>(replies());
    partners.all().stream().filter(this::sendsStatements)
        .flatMap(bank -> statements.nextDues(bank, statementsOfABank).stream().map(due -> statement(bank, due))).forEach(expected::add);
    expected.addAll(jdbc.sql(UNRELEASED).query((r, n) -> payrolls(r)).list());
    expected.add(report(now));
    expected.add(handOver(now));
    return expected.stream().sorted(Comparator.comparing(Expected::due)).map(one -> row(one, now)).toList();
  }

  private List<Expected> replies() {
    return jdbc.sql(REPLIES).param("most", MOST).query((r, n) -> replies(r)).list().stream().flatMap(List::stream).toList();
  }

  /** The acknowledgement and the last answer, as far as each is due; none of a partner that has no profile any more. */
  private List<Expected> replies(ResultSet r) throws SQLException {
    PartnerProfile partner = partners.byId(r.getString("partner")).orElse(null);
    if (partner == null) {
      return List.of();
    }
    String folder = r.getString("folder");
    String who = names.place(partner.id(), folder);
    String page = "/batches/" + r.getLong("batch_id");
    String about = texts.of("expected.file", Shown.harmless(r.getString("file_name")), r.getInt("payment_count"),
        Shown.dong(r.getLong("total_vnd")));
    List<Expected> replies = new ArrayList<>();
    Timestamp sentAt = r.getTimestamp("sent_at");
    if (partner.ackWithin() != null && sentAt != null && r.getString("state").equals("SENT") && !r.getBoolean("answered")) {
      Instant due = promises.due(partner, partner.ackWithin(), sentAt.toInstant());
      replies.add(new Expected(due.atZone(Zone.VIETNAM), who, texts.of("expected.acknowledgement"), about, page, false));
    }
    if (r.getDate("answer_due_on") != null) {
      String what = texts.of(folder.isEmpty() ? "expected.last.reply" : "expected.last.cash.reply");
      replies.add(new Expected(at(r.getDate("answer_due_on").toLocalDate()), who, what, about, page, false));
    }
    return replies;
  }

  /** Approved payrolls of a programme's month that are not handed over to the partners yet. */
  private Expected payrolls(ResultSet r) throws SQLException {
    YearMonth month = YearMonth.from(r.getDate("period").toLocalDate());
    return new Expected(at(LegalDay.HAND_OVER.of(month)), names.programme(r.getString("programme")), texts.of("expected.payrolls"),
        texts.of("expected.payrolls.about", MONTH.format(month), r.getLong("payrolls"), Shown.dong(r.getLong("dong"))), "/months/" + month,
        true);
  }

  /** A bank that was sent a file. */
  private boolean sendsStatements(PartnerProfile partner) {
    return partner.fundingAccount() != null && partner.kind().isBank()
        && jdbc.sql(PAYS).param("partner", partner.id()).query(Boolean.class).single();
  }

  private Expected statement(PartnerProfile bank, ZonedDateTime due) {
    return new Expected(due, bank.name(), texts.of("expected.statement"), texts.of("expected.day", DAY.format(due)), "", false);
  }

  private Expected report(ZonedDateTime now) {
    LocalDate day = next(now, LegalDay.REPORT);
    YearMonth month = LegalDay.REPORT.month(day);
    return new Expected(at(day), texts.of("expected.law"), texts.of("expected.report"), texts.of("expected.month", MONTH.format(month)),
        "/months/" + month, true);
  }

  private Expected handOver(ZonedDateTime now) {
    LocalDate day = next(now, LegalDay.HAND_OVER);
    YearMonth month = LegalDay.HAND_OVER.month(day);
    return new Expected(at(day), texts.of("expected.law"), texts.of("expected.hand.over"), texts.of("expected.month", MONTH.format(month)),
        "/months/" + month, true);
  }

  private static LocalDate next(ZonedDateTime now, LegalDay legal) {
    LocalDate day = legal.next(now.toLocalDate());
    return at(day).isAfter(now) ? day : legal.next(day.plusDays(1));
  }

  private static ZonedDateTime at(LocalDate day) {
    return day.atTime(END_OF_WORK).atZone(Zone.VIETNAM);
  }

  /** Days of the calendar; 0 also for what was due minutes before midnight and is not late yet. */
  static long daysLeft(ZonedDateTime now, ZonedDateTime due) {
    return Math.max(0, ChronoUnit.DAYS.between(now.toLocalDate(), due.toLocalDate()));
  }

  private Row row(Expected one, ZonedDateTime now) {
    long days = daysLeft(now, one.due());
    boolean late = one.due().plus(Promises.GRACE).isBefore(now);
    String distance = late ? texts.of("late") : days == 0 ? texts.of("expected.today") : texts.of("expected.days", days);
    return new Row(TIME.format(one.due()), one.who(), one.what(), one.about(), one.page(), distance,
        late || one.ofTheLaw() && days <= WARNED_DAYS);
  }
}
