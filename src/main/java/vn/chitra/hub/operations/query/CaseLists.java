package vn.chitra.hub.operations.query;

import java.sql.Types;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.support.SqlText;

/** The cases as rows of Vietnamese text: {@code loại} and {@code về} as they are stored, the rest masked and ready to be shown. */
@Component
public class CaseLists {

  private static final String OPEN = SqlText.of("operations/show-open-cases");
  private static final String ABOUT = SqlText.of("operations/show-cases-about");
  private static final String PAYOUTS = SqlText.of("operations/show-payouts-of-case");
  private static final String ONE = SqlText.of("operations/show-case");

  /** Kinds about a credit on a statement. */
  private static final List<CaseKind> OF_CREDITS = List.of(CaseKind.CREDIT_UNSETTLED, CaseKind.RETURN_UNMATCHED,
      CaseKind.STATEMENT_ENTRY_OTHER);

  /** Kinds about a file to whose payments replies are missing: persons may record the outcomes. */
  private static final List<CaseKind> OF_MISSING_REPLIES = List.of(CaseKind.PAYMENT_UNNAMED, CaseKind.ANSWER_OVERDUE,
      CaseKind.CHANGED_AFTER_CLOSE);

  private static final String STATE = "tình trạng";

  private final JdbcClient jdbc;
  private final Texts texts;

  CaseLists(JdbcClient jdbc, Texts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** The most urgent first, at most 200. @param kind of this kind only, @param partner of this partner only; null = of every one */
  public List<Map<String, String>> open(@Nullable String kind, @Nullable String partner) {
    return Table.of(jdbc.sql(OPEN).param("kind", kind, Types.VARCHAR).param("partner", partner, Types.VARCHAR));
  }

  /** Every case about a subject, the closed ones too. */
  public List<Map<String, String>> about(String subject) {
    return Table.of(jdbc.sql(ABOUT).param("subject", subject));
  }

  public Optional<Map<String, String>> one(long caseId) {
    return Table.of(jdbc.sql(ONE).param("case", caseId)).stream().findFirst();
  }

  /**
   * The payouts of a case about several, or those without a reply of a case about missing ones; first those that wait. Each row has the
   * numbers of all ({@code tất cả}) and of those that wait ({@code đang chờ}). Empty where the case is about something else.
   *
   * @param from how many are left out before
   */
  public List<Map<String, String>> payouts(long caseId, int from, int most) {
    List<Map<String, String>> rows = Table.of(jdbc.sql(PAYOUTS).param("case", caseId).param("offset", from).param("most", most)
        .param("kindsOfFiles",
        new SqlArrayValue("text", OF_MISSING_REPLIES.stream().map(CaseKind::name).toArray())));
    rows.forEach(row -> row.compute(STATE, (column, endedAt) -> endedAt == null || endedAt.isEmpty() ? texts.of("case.payout.waits")
        : texts.of("case.payout.done", endedAt)));
    return rows;
  }

  /** The subjects of those of its payouts that wait for a decision. */
  public List<String> waitingPayouts(long caseId, int most) {
    return payouts(caseId, 0, most).stream().filter(CaseLists::waits).map(row -> row.getOrDefault("về", "")).toList();
  }

  /** Whether a row of {@link #payouts} waits for a decision. */
  public static boolean waits(Map<String, String> payout) {
    return "t".equals(payout.get("chờ"));
  }

  /** How many cases of each kind are open, by the kind's code; the most frequent first. */
  public Map<String, Long> openByKind() {
    Map<String, Long> open = new LinkedHashMap<>();
    jdbc.sql("select kind, count(*) from case_record where state = 'OPEN' group by kind order by count(*) desc, kind").query(r -> {
      open.put(r.getString(1), r.getLong(2));
    });
    return open;
  }

  /** The actions that answer a case of that kind, other than closing it with a reason. */
  public static List<RepairAction> actions(String kind) {
    return Arrays.stream(RepairAction.values()).filter(action -> kinds(action).stream().anyMatch(one -> one.name().equals(kind))).toList();
  }

  /** Actions about a case itself, or about an error, close it in other ways than by its kind. */
  private static List<CaseKind> kinds(RepairAction action) {
    return switch (action) {
      case MATCH_CREDIT, SETTLE_AS_FUNDING -> OF_CREDITS;
      case RECORD_PAID, RECORD_UNPAID -> OF_MISSING_REPLIES;
      case NOT_PAID_TWICE -> List.of(CaseKind.PAID_IN_ERROR);
      default -> action.replies();
    };
  }
}
