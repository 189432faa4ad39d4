package vn.chitra.hub.reconciliation.statement;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.FollowedCases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.reconciliation.UnreadFiles;
import vn.chitra.hub.support.SqlText;

/** The cases about a funding account: opened while the cause exists, closed when it is gone. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StatementCases {

  private static final List<CaseKind> KINDS = List.of(CaseKind.STATEMENT_MISSING, CaseKind.STATEMENT_GAP,
      CaseKind.STATEMENT_DEBIT_DIFFERS, CaseKind.RETURN_UNMATCHED, CaseKind.CREDIT_UNSETTLED, CaseKind.SETTLEMENT_DIFFERENCE);

  private static final String OPEN = SqlText.of("reconciliation/find-open-statement-cases");
  private static final String IS_DECIDED = SqlText.of("reconciliation/is-decided");

  private final JdbcClient jdbc;
  private final Cases cases;
  private final FollowedCases followed;
  private final UnreadFiles unread;

  StatementCases(JdbcTemplate jdbc, Cases cases, FollowedCases followed, UnreadFiles unread) {
    this.jdbc = JdbcClient.create(jdbc);
    this.cases = cases;
    this.followed = followed;
    this.unread = unread;
  }

  /** The identity of a case. */
  private record Key(String kind, String subject, long fileId, int lineNo) {

    static Key of(NewCase one) {
      Long file = one.fileId();
      Integer line = one.lineNo();
      return new Key(one.kind().name(), one.subject(), file == null ? 0 : file, line == null ? 0 : line);
    }
  }

  private record OpenCase(long id, Key key, String evidence) {}

  /**
   * Makes the partner's open cases about statements be exactly these: new ones are opened, those still there get the figures of now,
   * the others are closed. One that a person has closed over the same amount is not opened again.
   *
   * @return false when a case waits: what it misses may stand in a file that came and is not read yet
   */
  public boolean follow(String partner, Collection<NewCase> causes) {
    Map<Key, NewCase> left = new HashMap<>();
    causes.forEach(cause -> left.putIfAbsent(Key.of(cause), cause));
    for (OpenCase open : open(partner)) {
      settle(open, left.remove(open.key()));
    }
    Optional<LocalDate> until = unread.until(partner);
    boolean waits = left.values().removeIf(cause -> until.filter(day -> mayStandIn(cause, day)).isPresent());
    cases.openAll(left.entrySet().stream().filter(one -> !isDecided(one.getKey(), one.getValue().amountVnd())).map(Map.Entry::getValue)
        .toList());
    return !waits;
  }

  /** A statement that is missing may stand in a file that came on its day or later; what lacks another message may stand in any. */
  private static boolean mayStandIn(NewCase cause, LocalDate cameOn) {
    return switch (cause.kind()) {
      case STATEMENT_MISSING -> !CaseEvidence.missingDay(cause).isAfter(cameOn);
      case STATEMENT_GAP, RETURN_UNMATCHED -> true;
      default -> false;
    };
  }

  private List<OpenCase> open(String partner) {
    return jdbc.sql(OPEN).param("partner", partner).param("kinds", new SqlArrayValue("varchar", KINDS.stream().map(Enum::name).toArray()))
        .query((r, n) -> new OpenCase(r.getLong("case_id"), new Key(r.getString("kind"), r.getString("subject"), r.getLong("file_id"),
            r.getInt("line_no")), r.getString("evidence"))).list();
  }

  private void settle(OpenCase open, @Nullable NewCase cause) {
    if (cause == null) {
      followed.end(open.id(), "nguyên nhân không còn");
    } else if (!cause.evidence().equals(open.evidence())) {
      followed.renew(open.id(), cause.evidence(), cause.amountVnd());
    }
  }

  private boolean isDecided(Key key, @Nullable Long amountVnd) {
    return jdbc.sql(IS_DECIDED).param("kind", key.kind()).param("subject", key.subject()).param("file", key.fileId())
        .param("line", key.lineNo()).param("amount_vnd", amountVnd, Types.BIGINT).query(Boolean.class).single();
  }
}
