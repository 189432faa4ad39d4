package vn.chitra.hub.account.opening;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankfile.OpeningReply;
import vn.chitra.hub.payroll.AccountCandidates;
import vn.chitra.hub.support.SqlText;

/** The account-opening requests and their results; every verb takes part in the caller's transaction. */
@Component
public final class OpeningRequests {

  /** @param batchId null when the answer is to no file of ours, @param state TAKEN, REPEATED, CONFLICT or UNKNOWN */
  public record Answered(@Nullable Long batchId, int part, boolean closing, String state) {}

  /** @param moved requests, @param unknown lines with ids that are not ours, @param contradicting lines against an open account */
  public record Moves(int moved, int unknown, int contradicting) {}

  private static final int CHUNK = 1_000;

  private static final String CANDIDATES = SqlText.of("account/find-opening-candidates");
  private static final String EXISTING = SqlText.of("account/find-requests-of-persons");
  private static final String ATTEMPTS = SqlText.of("account/count-attempts");
  private static final String SHARE = SqlText.of("account/share-request");
  private static final String REPORT_OPENED = SqlText.of("account/report-opened-accounts");
  private static final String ADD_REQUEST = SqlText.of("account/add-request");
  private static final String REPLIES_TO_TAKE = SqlText.of("account/find-replies-to-take");
  private static final String PART_THAT_STANDS = SqlText.of("account/find-part-that-stands");
  private static final String REQUESTED_ON = "select exists (select from batch where partner = :bank and kind = 'ACCOUNT_OPENING'"
      + " and (built_at at time zone 'Asia/Ho_Chi_Minh')::date = :day)";
  private static final String NOTE_REPLY = SqlText.of("account/note-reply");
  private static final String COMPLETE = SqlText.of("account/is-reply-complete");
  private static final String DUE_REPORTS = SqlText.of("account/find-due-reports");
  private static final String WRITTEN = SqlText.of("account/mark-report-written");

  private static final String OPEN_STAGE = SqlText.of("account/apply-opening-reply/01-open-stage");
  private static final String STAGE_LINE = SqlText.of("account/apply-opening-reply/02-stage-line");
  private static final String LEAVE_OUT_OTHER_BANKS = SqlText.of("account/apply-opening-reply/03-leave-out-other-banks");
  private static final String COUNT_KNOWN_LINES = SqlText.of("account/apply-opening-reply/04-count-known-lines");
  private static final String MOVE_REQUESTS = SqlText.of("account/apply-opening-reply/05-move-requests");
  private static final String COUNT_CONTRADICTIONS = SqlText.of("account/apply-opening-reply/06-count-contradictions");

  private final NamedParameterJdbcTemplate named;
  private final JdbcClient jdbc;
  private final AccountCandidates candidates;
  private final NamedParameterJdbcTemplate welfare;
  private final OpeningSql sql;
  private final Clock wallClock;

  OpeningRequests(JdbcTemplate jdbc, AccountCandidates candidates, @Qualifier("welfareDataSource") DataSource welfareDataSource,
      OpeningSql sql, @Qualifier("wallClock") Clock wallClock) {
    this.named = new NamedParameterJdbcTemplate(jdbc);
    this.jdbc = JdbcClient.create(named);
    this.candidates = candidates;
    this.welfare = new NamedParameterJdbcTemplate(welfareDataSource);
    this.sql = sql;
    this.wallClock = wallClock;
  }

  /** Candidates due on that day without a request since then, in a stable order. Those with one are put off. */
  public List<String> candidates(Instant requestedAfter, LocalDate today, int most) {
    while (true) {
      Map<String, LocalDate> putOff = new HashMap<>();
      List<String> others = new ArrayList<>();
      jdbc.sql(CANDIDATES).param("today", Date.valueOf(today)).param("since", Timestamp.from(requestedAfter)).param("most", most)
          .query(row -> {
            Date again = row.getDate("due_on");
            if (again == null) {
              others.add(row.getString("entitlement_id"));
            } else {
              putOff.put(row.getString("entitlement_id"), again.toLocalDate());
            }
          });
      if (!putOff.isEmpty()) {
        candidates.postpone(putOff);
      }
      if (!others.isEmpty() || putOff.isEmpty()) {
        return others;
      }
    }
  }

  /** They were looked at on that day, with any result. */
  public void lookedAt(Collection<String> entitlements, LocalDate today) {
    candidates.postpone(entitlements.stream().collect(Collectors.toMap(one -> one, one -> today.plusDays(1))));
  }

  /** The payees of these entitlements, by the welfare database on that day; those with an account are left out. */
  public List<Applicant> applicants(Collection<String> entitlements, LocalDate today) {
    return welfare.query(sql.applicants(), new MapSqlParameterSource("entitlements", array(entitlements))
        .addValue("day", Date.valueOf(today)), (r, n) -> applicant(r));
  }

  private static Applicant applicant(ResultSet r) throws SQLException {
    boolean himself = r.getBoolean("for_himself");
    return new Applicant(r.getString("entitlement_id"), himself, r.getString(himself ? "full_name" : "payee_name"),
        r.getString(himself ? "personal_no" : "payee_personal_no"), r.getString("birth_date"), r.getString("address"),
        r.getString("commune_code"), r.getString("phone"));
  }

  /** By personal number the open requests for these persons that were made after the given time, or led to an account. */
  public Map<String, String> existing(Collection<String> persons, Instant requestedAfter) {
    Map<String, String> existing = new HashMap<>();
    jdbc.sql(EXISTING).param("persons", array(persons)).param("since", Timestamp.from(requestedAfter))
        .query(row -> {
          existing.put(row.getString("personal_no"), row.getString("request_id"));
        });
    return existing;
  }

  /**
   * Entitlements share the answer to existing requests, also an account that is open already.
   *
   * @param requests the request's id by entitlement
   */
  public void share(Map<String, String> requests, String bankBin) {
    if (!requests.isEmpty()) {
      named.batchUpdate(SHARE, requests.entrySet().stream().map(one -> shared(one.getValue(), one.getKey()))
          .toArray(SqlParameterSource[]::new));
      reportOpened(Set.copyOf(requests.values()), bankBin);
    }
  }

  private void reportOpened(Collection<String> requests, String bankBin) {
    jdbc.sql(REPORT_OPENED).param("bin", bankBin).param("requests", array(requests)).update();
  }

  private static SqlParameterSource shared(String requestId, String entitlementId) {
    return new MapSqlParameterSource("request", requestId).addValue("entitlement", entitlementId);
  }

  /** The number of requests for the entitlement in files that the bank accepted. */
  public int attempts(String entitlementId) {
    return jdbc.sql(ATTEMPTS).param("entitlement", entitlementId).query(Integer.class).single();
  }

  /** @param entitlements of each request, by its id */
  public void request(long batchId, List<OpeningRequest> requests, Map<String, List<String>> entitlements, Instant now) {
    named.batchUpdate(ADD_REQUEST, requests.stream().map(one -> new MapSqlParameterSource("request", one.requestId())
        .addValue("batch", batchId).addValue("line", one.line()).addValue("person", one.personalNo())
        .addValue("now", Timestamp.from(now))).toArray(SqlParameterSource[]::new));
    named.batchUpdate(SHARE, entitlements.entrySet().stream()
        .flatMap(one -> one.getValue().stream().map(id -> shared(one.getKey(), id))).toArray(SqlParameterSource[]::new));
  }

  /** Kept answer files that were not taken yet, oldest first. */
  public List<Long> repliesToTake() {
    return jdbc.sql(REPLIES_TO_TAKE).query(Long.class).list();
  }

  /** The hash of the stored part. */
  public Optional<String> partThatStands(long batchId, int part) {
    return jdbc.sql(PART_THAT_STANDS).param("batch", batchId).param("part", part).query(String.class).optional();
  }

  /** Whether a file was built for the bank on that day in Vietnam. */
  public boolean isRequestedOn(String bank, LocalDate day) {
    return jdbc.sql(REQUESTED_ON).param("bank", bank).param("day", Date.valueOf(day)).query(Boolean.class).single();
  }

  public void note(long fileId, Answered answered) {
    jdbc.sql(NOTE_REPLY).param("file", fileId).param("batch", answered.batchId(), Types.BIGINT).param("part", answered.part())
        .param("closing", answered.closing()).param("state", answered.state()).update();
  }

  /** Moves the requests of the batch's bank; an account that is open stays open. */
  public Moves apply(String partner, List<OpeningReply.Line> lines, String bankBin, Instant now) {
    jdbc.sql(OPEN_STAGE).update();
    named.batchUpdate(STAGE_LINE, lines.stream().map(OpeningRequests::staged).toArray(SqlParameterSource[]::new));
    jdbc.sql(LEAVE_OUT_OTHER_BANKS).param("partner", partner).update();
    int unknown = lines.size() - jdbc.sql(COUNT_KNOWN_LINES).query(Integer.class).single();
    int moved = jdbc.sql(MOVE_REQUESTS).param("now", Timestamp.from(now)).update();
    int contradicting = jdbc.sql(COUNT_CONTRADICTIONS).query(Integer.class).single();
    reportOpened(lines.stream().map(OpeningReply.Line::requestId).toList(), bankBin);
    return new Moves(moved, unknown, contradicting);
  }

  private static SqlParameterSource staged(OpeningReply.Line line) {
    return new MapSqlParameterSource("line", line.lineNo()).addValue("request", line.requestId())
        .addValue("outcome", line.outcome().name()).addValue("accountNo", line.account(), Types.VARCHAR)
        .addValue("accountName", line.accountName(), Types.VARCHAR).addValue("openedOn", line.openedOn(), Types.DATE)
        .addValue("code", line.code(), Types.VARCHAR);
  }

  /** Whether a closing part and every part before it have arrived. */
  public boolean isComplete(long batchId) {
    return jdbc.sql(COMPLETE).param("batch", batchId).query(Boolean.class).single();
  }

  /** Requests of the batch that no part names. */
  public int unnamed(long batchId) {
    return jdbc.sql("select count(*) from account_request where batch_id = :batch and state = 'REQUESTED'").param("batch", batchId)
        .query(Integer.class).single();
  }

  /** The number of opened accounts that wait to be reported. */
  public long due() {
    return jdbc.sql("select count(*) from account_report where not written").query(Long.class).single() + repliesToTake().size();
  }

  /** Reports opened accounts to the welfare database until it holds all of them. @return how many */
  public int report() {
    int written = 0;
    List<Map<String, Object>> chunk;
    do {
      chunk = jdbc.sql(DUE_REPORTS).param("chunk", CHUNK).query().listOfRows();
      welfare.batchUpdate(sql.writeReported(), parameters(chunk));
      named.batchUpdate(WRITTEN, chunk.stream().map(MapSqlParameterSource::new).toArray(SqlParameterSource[]::new));
      written += chunk.size();
    } while (chunk.size() == CHUNK);
    return written;
  }

  private SqlParameterSource[] parameters(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> new MapSqlParameterSource(row).addValue("now", wallClock.instant().atOffset(ZoneOffset.UTC)))
        .toArray(SqlParameterSource[]::new);
  }

  private static String[] array(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }
}
