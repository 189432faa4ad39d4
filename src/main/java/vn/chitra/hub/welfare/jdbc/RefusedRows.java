package vn.chitra.hub.welfare.jdbc;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;

/**
 * The rows that the welfare database refuses. Each rests after a refusal, half a minute at first, then twice as long each time up to a
 * quarter of an hour by the wall clock; a newer revision of it is tried at once. Each payroll has one case, open until nothing of the
 * payroll is refused any more; when a person closes it, the payroll's rows are tried at the next run. Kept in memory: after a restart each
 * row is tried at the first run, and the cases of an earlier run end when every kind of row was written once.
 */
@Component
class RefusedRows {

  private static final Logger LOG = LoggerFactory.getLogger(RefusedRows.class);
  private static final String WELFARE = "welfare";
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  /** Classes of SQLSTATE that speak of a row: data, integrity, its trigger's own error, a view's check. */
  private static final List<String> OF_A_ROW = List.of("22", "23", "P0", "44");
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** The kinds of rows that are written back. */
  enum Kind {
    RECEIPTS("biên nhận"), REFUSALS("từ chối"), FUNDING_NEEDS("nhu cầu tiền"), RESULTS("kết quả");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Cases cases;
  private final Clock wallClock;
  private final Map<Kind, Map<Identity, Refused>> refused = new EnumMap<>(Kind.class);
  private final Set<Kind> ended = EnumSet.noneOf(Kind.class);
  private boolean known;

  RefusedRows(Cases cases, @Qualifier("wallClock") Clock wallClock) {
    this.cases = cases;
    this.wallClock = wallClock;
  }

  /** One row that was not taken. @param state SQLSTATE, @param constraint null where no constraint is named */
  record Refusal(Map<String, Object> row, String state, @Nullable String constraint) {}

  /** The thing that a row is about, in all its revisions. @param part line or partner, empty for a receipt */
  private record Identity(String payroll, String part) {

    static Identity of(Map<String, Object> row) {
      Object part = row.getOrDefault("line_no", row.getOrDefault("partner", ""));
      return new Identity(String.valueOf(row.get("payroll_id")), String.valueOf(part));
    }

    String subject() {
      return "payroll:" + payroll;
    }
  }

  /** @param change of a result that has one of its own */
  private record Refused(Refusal refusal, @Nullable Long change, Duration length, Instant until) {

    boolean isOf(Map<String, Object> row) {
      return revision(row).equals(revision(refusal.row()));
    }

    private static Object revision(Map<String, Object> row) {
      return row.getOrDefault("revision", 0);
    }
  }

  /** The refusal where the error speaks of the row itself; empty for an error of the connection, of rights or of the statement. */
  static Optional<Refusal> of(Map<String, Object> row, DataAccessException error) {
    for (Throwable one = error; one != null; one = one.getCause()) {
      if (one instanceof SQLException sql && sql.getSQLState() != null && speaksOfARow(sql)) {
        return Optional.of(new Refusal(row, sql.getSQLState(), message(sql).map(ServerErrorMessage::getConstraint).orElse(null)));
      }
    }
    return Optional.empty();
  }

  private static boolean speaksOfARow(SQLException error) {
    return OF_A_ROW.stream().anyMatch(error.getSQLState()::startsWith)
        || error.getSQLState().equals(INSUFFICIENT_PRIVILEGE) && message(error).filter(RefusedRows::ofPolicyOrTrigger).isPresent();
  }

  /** A policy for rows names the routine that checks it, a trigger its place; a right that is missing at the table has neither. */
  private static boolean ofPolicyOrTrigger(ServerErrorMessage message) {
    return message.getWhere() != null || "ExecWithCheckOptions".equals(message.getRoutine());
  }

  /** A batch's error holds the server's own one as its cause. */
  private static Optional<ServerErrorMessage> message(SQLException error) {
    for (Throwable one = error; one != null; one = one.getCause()) {
      if (one instanceof PSQLException own) {
        return Optional.ofNullable(own.getServerErrorMessage());
      }
    }
    return Optional.empty();
  }

  /** Begins a run over every due row of the kind. Looks at cases; call it outside of any transaction, like the run's own verbs. */
  synchronized Run run(Kind kind) {
    forgetWaitsOfClosedCases();
    return new Run(kind, wallClock.instant());
  }

  /** A case that is refused still and no longer open was closed by a person. */
  private void forgetWaitsOfClosedCases() {
    Set<String> subjects = subjects();
    if (subjects.isEmpty()) {
      return;
    }
    Set<String> open = cases.openOnes(CaseKind.WELFARE_ROW_REFUSED, subjects);
    refused.values().forEach(rows -> rows.replaceAll((identity, one) -> open.contains(identity.subject()) ? one
        : new Refused(one.refusal(), one.change(), Duration.ZERO, Instant.MIN)));
  }

  private Set<String> subjects() {
    return refused.values().stream().flatMap(rows -> rows.keySet().stream()).map(Identity::subject).collect(Collectors.toSet());
  }

  private Map<Identity, Refused> rows(Kind kind) {
    return refused.computeIfAbsent(kind, one -> new LinkedHashMap<>());
  }

  /** One run over the due rows of a kind: those that rest are passed by, and its end opens and closes cases. */
  final class Run {

    private final Kind kind;
    private final Instant begin;
    private final Set<Identity> before;
    private final Set<Identity> refusedNow = new HashSet<>();

    private Run(Kind kind, Instant begin) {
      this.kind = kind;
      this.begin = begin;
      this.before = Set.copyOf(rows(kind).keySet());
    }

    boolean rests(Map<String, Object> row) {
      synchronized (RefusedRows.this) {
        Refused one = rows(kind).get(Identity.of(row));
        return one != null && one.isOf(row) && one.until().isAfter(begin);
      }
    }

    /** Changes of the results that rest. */
    List<Long> restingChanges() {
      synchronized (RefusedRows.this) {
        return rows(kind).values().stream().filter(one -> one.change() != null && one.until().isAfter(begin)).map(Refused::change).toList();
      }
    }

    void taken(Collection<Map<String, Object>> rows) {
      synchronized (RefusedRows.this) {
        rows.forEach(row -> rows(kind).remove(Identity.of(row)));
      }
    }

    /** @param change null where the row has none, or changed meanwhile */
    void refused(Refusal refusal, @Nullable Long change) {
      synchronized (RefusedRows.this) {
        Identity identity = Identity.of(refusal.row());
        Refused last = rows(kind).get(identity);
        Duration wait = last == null || !last.isOf(refusal.row()) || last.length().isZero() ? FIRST : last.length().multipliedBy(2);
        Duration length = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        rows(kind).put(identity, new Refused(refusal, change, length, begin.plus(length)));
        refusedNow.add(identity);
      }
    }

    /** Everything of the kind that was due is written, but what is refused. Opens and closes cases. */
    void end() {
      synchronized (RefusedRows.this) {
        Map<Identity, Refused> rows = rows(kind);
        rows.entrySet().removeIf(one -> !one.getValue().until().isAfter(begin) && !refusedNow.contains(one.getKey()));
        logChange(rows);
        cases.openAll(refusedNow.stream().map(Identity::payroll).distinct().sorted().map(payroll -> about(kind, payroll, rows)).toList());
        ended.add(kind);
        if (ended.size() == Kind.values().length && (!known || !before.equals(rows.keySet()))) {
          known = true;
          cases.autoCloseOthers(CaseKind.WELFARE_ROW_REFUSED, WELFARE, subjects(), "cơ sở dữ liệu trợ cấp đã nhận");
        }
      }
    }

    private void logChange(Map<Identity, Refused> rows) {
      if (before.equals(rows.keySet())) {
        return;
      }
      if (rows.isEmpty()) {
        LOG.info("welfare database refuses no row of {} any more", kind);
      } else {
        Refusal first = rows.values().iterator().next().refusal();
        LOG.warn("welfare database refuses {} rows of {} (SQLSTATE {}, constraint {}); the others are written, these are tried less and"
            + " less often, every {} minutes at last", rows.size(), kind, first.state(), first.constraint(), LONGEST.toMinutes());
      }
    }
  }

  private static NewCase about(Kind kind, String payroll, Map<Identity, Refused> all) {
    List<Refusal> rows = all.entrySet().stream().filter(one -> one.getKey().payroll().equals(payroll)).map(one -> one.getValue().refusal())
        .toList();
    Refusal first = rows.get(0);
    Object line = first.row().get("line_no");
    return NewCase.about(CaseKind.WELFARE_ROW_REFUSED, "payroll:" + payroll, "Cơ sở dữ liệu trợ cấp không nhận " + rows.size() + " dòng "
        + kind.words + " của bảng " + payroll + (line == null ? "" : ", dòng đầu " + line) + " (SQLSTATE " + first.state()
        + (first.constraint() == null ? "" : ", ràng buộc " + first.constraint()) + "). Các dòng khác đã ghi; hub thử lại thưa dần,"
        + " lâu nhất " + LONGEST.toMinutes() + " phút một lần. Sửa xong, đóng vụ này thì hub thử lại ngay.")
        .atPartner(WELFARE).over(rows.size(), null);
  }
}
