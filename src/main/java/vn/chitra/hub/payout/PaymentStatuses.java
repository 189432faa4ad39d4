package vn.chitra.hub.payout;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.PartnerCode;
import vn.chitra.hub.support.CopyTable;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * The payment statuses that one file reports: staged line by line, then matched and applied set-wise in the caller's
 * transaction. One file at a time in one transaction. Stages statuses in a temporary table of the transaction's own connection, then runs
 * the steps of {@code sql/payout/apply-statuses}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PaymentStatuses {

  /**
   * @param fileId the message that reports; null = persons recorded it
   * @param batchId the batch that the file answers, for lists the only one whose payments it may name; null = any of the partner's
   * @param list a cash list: only its own payments count
   * @param provisional a cash list before its close: nothing becomes final
   * @param listVersion version of the list's report, 0 at a bank
   */
  public record Scope(String partner, @Nullable Long fileId, @Nullable Long batchId, boolean list, boolean provisional, int listVersion) {}

  /**
   * @param lines staged
   * @param matched to payments
   * @param applied lines that changed a payment
   * @param batches in which the named payments travelled: the partner has them
   */
  public record Outcome(int lines, int matched, int applied, Set<Long> batches) {}

  /** @param meaning what the partner's code table says of the line's code, or null */
  public void stage(ReportedStatus line, @Nullable PartnerCode meaning) {
    stage(line, meaning, OptionalInt.empty());
  }

  private static final int CHUNK = 1_000;
  private static final String STEPS = "payout/apply-statuses/";
  private static final String STAGE = SqlText.of(STEPS + "01-stage");
  private static final CopyTable LINES = new CopyTable("staged_status", List.of("line_no", "end_to_end_id", "amount_vnd", "reported",
      "code", "reason_text", "partner_ref", "happened_on", "day_stated", "day_impossible", "received_by", "reason_code", "case_kind",
      "about_seq"));
  private static final String ADD_UNLISTED = SqlText.of(STEPS + "03-add-unlisted");
  private static final String MATCH_OF_LIST = SqlText.of(STEPS + "04-match-of-list");
  private static final String MATCH_OF_PARTNER = SqlText.of(STEPS + "04-match-of-partner");
  private static final String LOCK_BATCHES = SqlText.of(STEPS + "07-lock-batches");
  private static final String LOCK_PAYMENTS = SqlText.of(STEPS + "08-lock-payments");
  private static final String LOCK_PAYOUTS = SqlText.of(STEPS + "09-lock-payouts");
  private static final String READ_PAYMENTS = SqlText.of(STEPS + "10-read-payments");
  private static final String FILE_BY_PAYMENT = SqlText.of(STEPS + "11-file-by-payment");
  private static final String BATCHES_NAMED = SqlText.of(STEPS + "13-batches-named");
  private static final String FORGET_KNOWN = SqlText.of(STEPS + "15-forget-known");
  private static final String FORGET_REPEATED = SqlText.of(STEPS + "16-forget-repeated");
  private static final String JUDGE_AMOUNTS = SqlText.of(STEPS + "17-judge-amounts");
  private static final String JUDGE_DAYS = SqlText.of(STEPS + "17-judge-days");
  private static final String JUDGE_CODES = SqlText.of(STEPS + "18-judge-codes");
  private static final String JUDGE_CONTRADICTIONS = SqlText.of(STEPS + "19-judge-contradictions");
  private static final String NUMBER_ROUNDS = SqlText.of(STEPS + "20-number-rounds");
  private static final String KEEP = SqlText.of(STEPS + "21-keep");
  private static final String REFUSED_FILES_NAMED = SqlText.of(STEPS + "26-refused-files-named");
  private static final String NAMES_OTHERS_UNPAID = SqlText.of("payout/names-others-unpaid");
  private static final String COUNT_UNNAMED = SqlText.of("payout/count-unnamed-payments");

  private final NamedParameterJdbcTemplate jdbc;
  private final StatusCases cases;
  private final PaymentMoves moves;
  private final RefusedFiles refusedFiles;
  private final BankingCalendar calendar;
  private final Clock businessClock;

  PaymentStatuses(NamedParameterJdbcTemplate jdbc, StatusCases cases, PaymentMoves moves, RefusedFiles refusedFiles,
      BankingCalendar calendar, Clock businessClock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.moves = moves;
    this.refusedFiles = refusedFiles;
    this.calendar = calendar;
    this.businessClock = businessClock;
  }

  /** Begins a new file; statuses staged before in this transaction are discarded. */
  public void begin() {
    jdbc.getJdbcTemplate().execute(STAGE);
    jdbc.getJdbcTemplate().execute("truncate staged_status");
    buffer().clear();
  }

  /** @param aboutSeq number of the file of ours that the line itself names; empty = it names none */
  public void stage(ReportedStatus line, @Nullable PartnerCode meaning, OptionalInt aboutSeq) {
    List<Map<String, @Nullable Object>> buffer = buffer();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("line_no", line.lineNo());
    row.put("end_to_end_id", line.endToEndId());
    row.put("amount_vnd", line.amountVnd());
    row.put("reported", line.reported().name());
    row.put("code", line.code());
    row.put("reason_text", line.text());
    row.put("partner_ref", line.partnerRef());
    row.put("happened_on", line.happenedOn());
    row.put("day_stated", line.dayStated());
    row.put("day_impossible", line.dayImpossible());
    row.put("received_by", line.receivedBy());
    row.put("reason_code", meaning == null ? null : meaning.reasonCode());
    row.put("case_kind", meaning == null ? null : meaning.caseKind());
    row.put("about_seq", aboutSeq.isPresent() ? aboutSeq.getAsInt() : null);
    buffer.add(row);
    if (buffer.size() >= CHUNK) {
      flush();
    }
  }

  /** Writes the staged lines that still wait in memory, for statements of others that read them. */
  public void flush() {
    List<Map<String, @Nullable Object>> buffer = buffer();
    if (!buffer.isEmpty()) {
      LINES.copy(jdbc.getJdbcTemplate(), buffer);
      buffer.clear();
    }
  }

  /**
   * Stages one status for every payment of the batch that is out and that no line named, for a report that lists only what is different.
   *
   * @param happenedOn the day of the report, or null
   */
  public void stageRest(long batchId, ReportedState reported, String code, @Nullable LocalDate happenedOn) {
    flush();
    jdbc.update(ADD_UNLISTED, new MapSqlParameterSource("batch", batchId).addValue("reported", reported.name()).addValue("code", code)
        .addValue("day", happenedOn == null ? null : Date.valueOf(happenedOn), Types.DATE));
  }

  /**
   * Matches to payments, keeps the statuses, moves the payments by the view {@code payment_transition}, and with them payouts,
   * results and the settlement; opens a case for unmatched lines. A repeated status changes nothing.
   */
  public Outcome apply(Scope scope) {
    flush();
    jdbc.getJdbcTemplate().execute("analyze staged_status");
    LocalDate arrived = arrived(scope.fileId());
    MapSqlParameterSource values = values(scope, arrived);
    int lines = count("select count(*) from staged_status");
    jdbc.update(scope.list() ? MATCH_OF_LIST : MATCH_OF_PARTNER, values);
    lock(values);
    List.of(READ_PAYMENTS, FILE_BY_PAYMENT).forEach(step -> jdbc.update(step, values));
    int matched = count("select count(*) from staged_status where payment_id is not null");
    Set<Long> batches = Set.copyOf(jdbc.queryForList(BATCHES_NAMED, values, Long.class));
    cases.unknownLines(scope);
    judge(values);
    boolean twice = moves.judgeByFile(scope.fileId(), scope.provisional(), arrived);
    jdbc.update(NUMBER_ROUNDS, values);
    int applied = move(scope, arrived);
    if (twice) {
      moves.freezePaidTwice();
    }
    jdbc.update(KEEP, values);
    cases.ofStatuses(scope);
    jdbc.queryForList(REFUSED_FILES_NAMED, values, Long.class)
        .forEach(batch -> refusedFiles.answered(batch, Objects.requireNonNull(scope.fileId())));
    return new Outcome(lines, matched, applied, batches);
  }

  /** Locks files, payments and payouts, in the common lock order, before anything is read from them. */
  private void lock(MapSqlParameterSource values) {
    List.of(LOCK_BATCHES, LOCK_PAYMENTS, LOCK_PAYOUTS).forEach(lock -> jdbc.query(lock, values, rs -> { }));
  }

  private void judge(MapSqlParameterSource values) {
    List.of(FORGET_KNOWN, FORGET_REPEATED, JUDGE_AMOUNTS, JUDGE_DAYS, JUDGE_CODES, JUDGE_CONTRADICTIONS)
        .forEach(step -> jdbc.update(step, values));
  }

  private int move(Scope scope, LocalDate arrived) {
    int applied = 0;
    int rounds = count("select coalesce(max(ordinal), 0) from staged_status");
    for (int round = 1; round <= rounds; round++) {
      applied += scope.provisional() ? moves.applyProvisional(round) : moves.applyFinal(round, scope.fileId(), arrived);
    }
    return applied;
  }

  /** Whether a staged line reports something other than PAID for an id that is not in the batch. */
  public boolean namesOthersUnpaid(long batchId) {
    flush();
    return Boolean.TRUE.equals(jdbc.queryForObject(NAMES_OTHERS_UNPAID, new MapSqlParameterSource("batch", batchId), Boolean.class));
  }

  /** Payments of the batch that the staged lines do not name, or name with another amount. */
  public long unnamedPayments(long batchId) {
    flush();
    return Objects.requireNonNull(jdbc.queryForObject(COUNT_UNNAMED, new MapSqlParameterSource("batch", batchId), Long.class));
  }

  private MapSqlParameterSource values(Scope scope, LocalDate arrived) {
    return new MapSqlParameterSource("partner", scope.partner()).addValue("file", scope.fileId(), Types.BIGINT)
        .addValue("batch", scope.batchId(), Types.BIGINT).addValue("provisional", scope.provisional())
        .addValue("listVersion", scope.listVersion()).addValue("about", scope.batchId() == null ? "-" : scope.batchId().toString())
        .addValue("latest_day", Date.valueOf(latestDay(scope, arrived))).addValue("now", Timestamp.from(businessClock.instant()));
  }

  /** The last day of payment that an answer of that day can state; a bank may state the next banking day. */
  private LocalDate latestDay(Scope scope, LocalDate arrived) {
    return scope.list() ? arrived : calendar.plusBankingDays(arrived, 1);
  }

  /** The business day on which the file came, however long it waited here; today for what persons record. */
  private LocalDate arrived(@Nullable Long fileId) {
    if (fileId == null) {
      return LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
    }
    Timestamp at = Objects.requireNonNull(jdbc.queryForObject("select received_at from file where file_id = :file",
        new MapSqlParameterSource("file", fileId), Timestamp.class));
    return LocalDate.ofInstant(at.toInstant(), Zone.VIETNAM);
  }

  private int count(String sql) {
    return Objects.requireNonNull(jdbc.getJdbcTemplate().queryForObject(sql, Integer.class));
  }

  /** Lines not written yet, bound to the transaction, so that two files in two threads never mix. */
  @SuppressWarnings("unchecked")
  private List<Map<String, @Nullable Object>> buffer() {
    List<Map<String, @Nullable Object>> buffer = (List<Map<String, @Nullable Object>>) TransactionSynchronizationManager.getResource(this);
    if (buffer != null) {
      return buffer;
    }
    List<Map<String, @Nullable Object>> fresh = new ArrayList<>(CHUNK);
    TransactionSynchronizationManager.bindResource(this, fresh);
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
  public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(PaymentStatuses.this);
      }
    });
    return fresh;
  }
}
