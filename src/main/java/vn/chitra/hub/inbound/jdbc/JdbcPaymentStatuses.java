package vn.chitra.hub.inbound.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.chitra.hub.inbound.PaymentStatuses;
import vn.chitra.hub.inbound.ReportedStatus;
import vn.chitra.hub.partner.PartnerCode;
import vn.chitra.hub.payout.PaymentMoves;
import vn.chitra.hub.payout.RefusedFiles;
import vn.chitra.hub.payout.ReportedState;

/** Stages into a temporary table of the transaction's own connection; every later step is one statement over all lines. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcPaymentStatuses implements PaymentStatuses {

  private static final int CHUNK = 1_000;
  private static final int[] TYPES = {Types.INTEGER, Types.VARCHAR, Types.BIGINT, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR,
      Types.VARCHAR, Types.DATE, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.INTEGER};

  private final JdbcTemplate jdbc;
  private final StatusCases cases;
  private final ContradictionsInFile contradictions;
  private final PaymentMoves moves;
  private final RefusedFiles refusedFiles;
  private final Clock businessClock;

  JdbcPaymentStatuses(JdbcTemplate jdbc, StatusCases cases, ContradictionsInFile contradictions, PaymentMoves moves,
      RefusedFiles refusedFiles, Clock businessClock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.contradictions = contradictions;
    this.moves = moves;
    this.refusedFiles = refusedFiles;
    this.businessClock = businessClock;
  }

  @Override
  public void begin() {
    jdbc.execute("""
        create temporary table if not exists staged_status (
          line_no integer, end_to_end_id text, amount_vnd bigint, reported text, code text, reason_text text, partner_ref text,
          happened_on date, received_by text, reason_code text, case_kind text, about_seq integer,
          payment_id bigint, about_batch_id bigint, status_hash text, ordinal integer, effect text) on commit drop""");
    jdbc.execute("truncate staged_status");
    buffer().clear();
  }

  @Override
  public void stage(ReportedStatus line, @Nullable PartnerCode meaning, OptionalInt aboutSeq) {
    List<Object[]> buffer = buffer();
    buffer.add(new Object[] {line.lineNo(), line.endToEndId(), line.amountVnd(), line.reported().name(), line.code(), line.text(),
        line.partnerRef(), line.happenedOn() == null ? null : Date.valueOf(line.happenedOn()), line.receivedBy(),
        meaning == null ? null : meaning.reasonCode(), meaning == null ? null : meaning.caseKind(),
        aboutSeq.isPresent() ? aboutSeq.getAsInt() : null});
    if (buffer.size() >= CHUNK) {
      flush();
    }
  }

  private void flush() {
    List<Object[]> buffer = buffer();
    jdbc.batchUpdate("insert into staged_status (line_no, end_to_end_id, amount_vnd, reported, code, reason_text, partner_ref, happened_on,"
        + " received_by, reason_code, case_kind, about_seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", buffer, TYPES);
    buffer.clear();
  }

  @Override
  public void stageRest(long batchId, ReportedState reported, String code, @Nullable LocalDate happenedOn) {
    flush();
    jdbc.update("""
        insert into staged_status (line_no, end_to_end_id, amount_vnd, reported, code, happened_on)
        select 0, l.end_to_end_id, l.amount_vnd, ?, ?, ? from payment l
        where (l.batch_id = ? and (l.state = 'SENT' or l.state = 'ACCEPTED' and ? <> 'ACCEPTED')
            or exists (select from refused_payment t where t.payment_id = l.payment_id and t.batch_id = ?))
          and not exists (select from staged_status s where s.end_to_end_id::bpchar = l.end_to_end_id)""",
        reported.name(), code, happenedOn == null ? null : Date.valueOf(happenedOn), batchId, reported.name(), batchId);
  }

  @Override
  public Outcome apply(Scope scope) {
    flush();
    jdbc.execute("analyze staged_status");
    int lines = count("select count(*) from staged_status");
    match(scope);
    lockNamed(scope);
    findFiles(scope);
    int matched = count("select count(*) from staged_status where payment_id is not null");
    Set<Long> batches = batchesOfPayments();
    cases.unknownLines(scope);
    forgetRepeated(scope);
    judge();
    contradictions.judge();
    moves.judgeByFile(scope.fileId(), scope.provisional());
    number();
    int rounds = count("select coalesce(max(ordinal), 0) from staged_status");
    int applied = 0;
    for (int round = 1; round <= rounds; round++) {
      applied += scope.provisional() ? moves.applyProvisional(round) : moves.applyFinal(round, scope.fileId());
    }
    keep(scope);
    cases.ofStatuses(scope);
    jdbc.queryForList("select distinct batch_id from staged_status join batch on batch_id = about_batch_id where batch.state = 'REFUSED'"
        + " order by 1", Long.class).forEach(batch -> refusedFiles.answered(batch, scope.fileId()));
    return new Outcome(lines, matched, applied, batches);
  }

  @Override
  public boolean namesOthersUnpaid(long batchId) {
    flush();
    return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from staged_status s where s.reported <> 'PAID' and not exists"
        + " (select from" + " payment l where l.end_to_end_id = s.end_to_end_id::bpchar and l.batch_id = ?))", Boolean.class, batchId));
  }

  @Override
  public long unnamedPayments(long batchId) {
    flush();
    return Objects.requireNonNull(jdbc.queryForObject("select count(*) from payment l where l.batch_id = ? and not exists"
        + " (select from staged_status s where s.end_to_end_id::bpchar = l.end_to_end_id and s.amount_vnd = l.amount_vnd)", Long.class,
        batchId));
  }

  private void match(Scope scope) {
    jdbc.update("update staged_status s set payment_id = l.payment_id from payment l where l.end_to_end_id = s.end_to_end_id::bpchar and"
        + " l.partner = ?" + (scope.list() ? " and l.batch_id = " + scope.batchId() : ""), scope.partner());
    jdbc.update("update staged_status s set amount_vnd = l.amount_vnd from payment l where l.payment_id = s.payment_id and s.amount_vnd"
        + " is null");
    jdbc.update("update staged_status set status_hash = md5(concat_ws('|', reported, amount_vnd, coalesce(code, '-'),"
        + " coalesce(reason_text, '-'),"
        + " coalesce(partner_ref, '-'), coalesce(happened_on::text, '-'), coalesce(received_by, '-'), ?::text, ?::text, ?::text))"
        + " where payment_id is not null", scope.provisional(), scope.listVersion(),
        scope.batchId() == null ? "-" : scope.batchId().toString());
  }

  /**
   * The files that the lines speak of, their payments, these payments' payouts: in the order in which everybody locks them, before anything
   * is asked of them; from here on nobody else moves what is judged. Also for lines that will move nothing: a word that is only kept
   * decides whether its payment may travel or start again.
   */
  private void lockNamed(Scope scope) {
    jdbc.query("""
        select 1 from batch where batch_id in (
          select unnest(array[l.batch_id, l.came_back_from]) from payment l join staged_status using (payment_id)
          union select b.batch_id from batch b join staged_status s on s.about_seq = b.seq and s.payment_id is not null
            where b.partner = ? and b.kind = 'PAYMENT' and b.folder = '')
        order by batch_id for no key update""", rs -> { }, scope.partner());
    jdbc.query("select 1 from payment where payment_id in (select payment_id from staged_status where payment_id is not null) order by"
        + " payment_id for update", rs -> { });
    jdbc.query("select 1 from payout where payout_id in (select payout_id from payment join staged_status using (payment_id)) order by"
        + " payout_id for update", rs -> { });
  }

  /**
   * The file of ours that a line speaks of: the one it names, or that the message answers, where the payment travelled in it or where it
   * was refused; otherwise the payment's present file, and where it has none the last one that came back.
   */
  private void findFiles(Scope scope) {
    jdbc.update("update staged_status s set about_batch_id = b.batch_id from batch b where b.partner = ? and b.kind = 'PAYMENT' and"
        + " b.folder = ''" + " and b.seq = s.about_seq and s.payment_id is not null", scope.partner());
    jdbc.update("update staged_status set about_batch_id = coalesce(about_batch_id, ?::bigint) where payment_id is not null",
        scope.batchId());
    jdbc.update("""
        update staged_status s set about_batch_id = coalesce((select p.batch_id from batch p where p.batch_id = l.batch_id
          and p.seq is not null),
            l.came_back_from, s.about_batch_id)
        from payment l where l.payment_id = s.payment_id and not exists (select from batch b where b.batch_id = s.about_batch_id
          and (b.batch_id = l.batch_id or b.state = 'REFUSED'))""");
  }

  private Set<Long> batchesOfPayments() {
    return Set.copyOf(jdbc.queryForList("select distinct batch_id from payment join staged_status using (payment_id) where batch_id ="
        + " about_batch_id", Long.class));
  }

  /** What was said before, in an earlier answer to the same file of ours or an earlier line, is no news. */
  private void forgetRepeated(Scope scope) {
    jdbc.update("delete from staged_status s where exists (select from payment_status f where f.payment_id = s.payment_id and"
        + " f.status_hash = s.status_hash)");
    jdbc.update("delete from staged_status s using staged_status t where s.payment_id = t.payment_id and s.status_hash = t.status_hash"
        + " and s.line_no > t.line_no");
  }

  private void judge() {
    jdbc.update("update staged_status s set effect = 'AMOUNT_DIFFERS' from payment l where l.payment_id = s.payment_id and l.amount_vnd"
        + " <> s.amount_vnd");
    jdbc.update("update staged_status set effect = 'CODE_UNKNOWN' where payment_id is not null and effect is null and reported ="
        + " 'UNKNOWN'");
  }

  /** Payments of one payout move one after another; of one payment, paid comes before returned. */
  private void number() {
    jdbc.update("update staged_status s set ordinal = n.ordinal from (select line_no, payment_id, row_number() over (partition by payout_id"
        + " order by reported = 'RETURNED', line_no) as ordinal from staged_status join payment using (payment_id) where effect is null) n"
        + " where n.line_no = s.line_no and n.payment_id = s.payment_id");
  }

  private void keep(Scope scope) {
    jdbc.update("""
        insert into payment_status (payment_id, file_id, line_no, reported, provisional, amount_vnd, code, reason_text, partner_ref,
          happened_on,
          received_by, list_version, effect, status_hash, received_at, about_batch_id)
        select payment_id, ?, line_no, reported, ?, amount_vnd, left(code, 20), reason_text, left(partner_ref, 40), happened_on,
          received_by,
          ?, coalesce(effect, 'NO_CHANGE'), status_hash, ?, about_batch_id
        from staged_status where payment_id is not null order by line_no on conflict (payment_id, status_hash) do nothing""",
        scope.fileId(), scope.provisional(), scope.listVersion(), Timestamp.from(businessClock.instant()));
  }

  private int count(String sql) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, Integer.class));
  }

  /** Lines not written yet, bound to the transaction, so that two files in two threads never mix. */
  @SuppressWarnings("unchecked")
  private List<Object[]> buffer() {
    List<Object[]> buffer = (List<Object[]>) TransactionSynchronizationManager.getResource(this);
    if (buffer != null) {
      return buffer;
    }
    List<Object[]> fresh = new ArrayList<>(CHUNK);
    TransactionSynchronizationManager.bindResource(this, fresh);
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(JdbcPaymentStatuses.this);
      }
    });
    return fresh;
  }
}
