package vn.chitra.hub.operations.query;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.support.SqlText;

/** Reads the history of one payout: its payments and the partner's statuses, the result at the province, and the event it waits for. */
@Component
public class PayoutStories {

  private static final String PAYMENTS = SqlText.of("operations/read-payments-of-payout");
  private static final String STATUSES = SqlText.of("operations/read-statuses-of-payment");
  private static final String RESULTS = SqlText.of("operations/read-results-of-payout");
  private static final String CASES = SqlText.of("operations/read-open-cases-of-payout");
  private static final String SUBJECTS = SqlText.of("operations/read-subjects-of-payout");
  private static final String DECISIONS = SqlText.of("operations/read-decisions-about");
  private static final String DECISIONS_OF_ONE = SqlText.of("operations/read-decisions-of-one");
  private static final String REFUSALS = SqlText.of("operations/read-refusals-of-batch");

  /** Actions that one person does at once: they are in the audit trail only. */
  private static final Object[] OF_ONE_PERSON = Arrays.stream(RepairAction.values()).filter(action -> !action.movesMoney())
      .map(RepairAction::name).toArray();

  private final JdbcClient jdbc;
  private final Names names;
  private final CaseDuties duties;
  private final Texts texts;

  PayoutStories(JdbcClient jdbc, Names names, CaseDuties duties, Texts texts) {
    this.jdbc = jdbc;
    this.names = names;
    this.duties = duties;
    this.texts = texts;
  }

  /** Empty when there is no such payout. */
  @Transactional(readOnly = true)
  public Optional<Story> of(long payoutId) {
    List<String> waits = new ArrayList<>();
    List<Story.Attempt> attempts = jdbc.sql(PAYMENTS).param("payout", payoutId).query((r, n) -> {
      waits.add(paymentWaitsFor(r));
      return attempt(r);
    }).list();
    return jdbc.sql("select * from payout where payout_id = :payout").param("payout", payoutId)
        .query((r, n) -> story(r, attempts, waits.isEmpty() ? null : waits.get(waits.size() - 1))).optional();
  }

  private Story story(ResultSet r, List<Story.Attempt> attempts, @Nullable String newestPayment) throws SQLException {
    long id = r.getLong("payout_id");
    boolean revived = !r.getString("payroll_id").equals(r.getString("current_payroll_id"));
    String explanation = r.getString("explanation");
    SqlArrayValue subjects = new SqlArrayValue("text", jdbc.sql(SUBJECTS).param("payout", id).query(String.class).list().toArray());
    return new Story(id, line(r, "current_payroll_id", "current_line_no"), Names.page("payroll:" + r.getString("current_payroll_id")),
        revived ? line(r, "payroll_id", "line_no") : "", revived ? Names.page("payroll:" + r.getString("payroll_id")) : "",
        StateNames.kind(r.getString("kind")), Shown.months(day(r, "for_from"), day(r, "for_to")), Shown.dong(r.getLong("amount_vnd")),
        names.programme(r.getString("programme")), names.commune(r.getString("commune_code"), day(r, "period")),
        Shown.name(r.getString("beneficiary_name")), Shown.name(r.getString("payee_name")),
        StateNames.relation(r.getString("payee_relation")), explanation == null ? texts.of("payout.why.none") : names.plain(explanation),
        StateNames.payout(r.getString("state")),
        "HELD".equals(r.getString("state")) ? names.hold(r.getString("hold_reason")) : "", attempts, results(id),
        cases(id, subjects), decisions(subjects), waitsFor(r, newestPayment));
  }

  private String line(ResultSet r, String payroll, String line) throws SQLException {
    return texts.of("payroll.line", Shown.harmless(r.getString(payroll)), String.valueOf(r.getInt(line)));
  }

  private Story.Attempt attempt(ResultSet r) throws SQLException {
    String provisional = r.getString("provisional");
    String reason = r.getString("reason_code");
    return new Story.Attempt(r.getInt("attempt"), r.getString("end_to_end_id"), StateNames.channel(r.getString("channel")), place(r),
        r.getBoolean("frozen") ? texts.of("payout.payment.held", StateNames.payment(r.getString("state")))
            : StateNames.payment(r.getString("state")),
        provisional == null ? "" : texts.of("PAID".equals(provisional) ? "payout.provisional.paid" : "payout.provisional.unpaid"),
        r.getDate("paid_on") == null ? "" : Shown.day(day(r, "paid_on")), reason == null ? "" : names.reason(reason),
        files(r), steps(r),
        statuses(r.getLong("payment_id"), r.getString("partner")));
  }

  private static List<Story.SentFile> files(ResultSet r) throws SQLException {
    List<Story.SentFile> files = new ArrayList<>();
    for (String[] columns : new String[][] {{"earlier_batch", "earlier_file"}, {"batch_id", "file_name"}}) {
      if (r.getLong(columns[0]) > 0) {
        files.add(new Story.SentFile(r.getLong(columns[0]), Shown.harmless(r.getString(columns[1]))));
      }
    }
    return files;
  }

  private List<Story.Step> steps(ResultSet r) throws SQLException {
    List<Dated<Story.Step>> steps = new ArrayList<>();
    String earlier = Shown.harmless(r.getString("earlier_file"));
    step(steps, r.getTimestamp("earlier_built_at"), texts.of("payout.step.earlier.built", earlier), "");
    step(steps, r.getTimestamp("earlier_sent_at"), texts.of("payout.step.earlier.sent", earlier), "");
    if (r.getLong("earlier_batch") > 0) {
      jdbc.sql(REFUSALS).param("batch", r.getLong("earlier_batch")).query(refusal -> {
        step(steps, refusal.getTimestamp("opened_at"), texts.of("payout.step.earlier.refused", Names.kind(refusal.getString("kind"))),
            names.plain(refusal.getString("evidence")));
      });
    }
    step(steps, r.getTimestamp("released_at"), texts.of("payout.step.released"), "");
    step(steps, r.getTimestamp("opened_at"), texts.of("payout.step.batched"), "");
    step(steps, r.getTimestamp("built_at"), texts.of("payout.step.built"), "");
    step(steps, r.getTimestamp("sent_at"), texts.of("payout.step.sent"), "");
    step(steps, r.getTimestamp("acknowledged_at"), texts.of("payout.step.acknowledged"), "");
    return Dated.inOrder(steps);
  }

  private static void step(List<Dated<Story.Step>> steps, @Nullable Timestamp at, String text, String detail) {
    if (at != null) {
      steps.add(new Dated<>(at, new Story.Step(Shown.time(at), text, detail)));
    }
  }

  /** Something and when it happened. */
  private record Dated<T>(Timestamp at, T happened) {

    static <T> List<T> inOrder(List<Dated<T>> all) {
      return all.stream().sorted(Comparator.comparing(Dated::at)).map(Dated::happened).toList();
    }
  }

  private List<Story.Status> statuses(long paymentId, String partner) {
    return jdbc.sql(STATUSES).param("payment", paymentId).query((r, n) -> {
      String file = r.getString("file_name") == null ? "" : texts.of("file.line", Shown.harmless(r.getString("file_name")),
          String.valueOf(r.getInt("line_no")));
      String code = r.getString("code");
      String shown = code == null || code.isBlank() ? ""
          : Shown.words(code) + names.meaning(partner, code).map(meaning -> " (" + meaning + ")").orElse("");
      return new Story.Status(Shown.time(r.getTimestamp("received_at")), StateNames.status(r.getString("reported")),
          r.getBoolean("provisional"), shown, r.getDate("happened_on") == null ? "" : Shown.day(day(r, "happened_on")),
          Shown.words(r.getString("reason_text")), file, "APPLIED".equals(r.getString("effect")));
    }).list();
  }

  private List<Story.Result> results(long payoutId) {
    return jdbc.sql(RESULTS).param("payout", payoutId).query((r, n) -> new Story.Result(line(r, "payroll_id", "line_no"),
        StateNames.outcome(r.getString("outcome")), r.getBoolean("written"))).list();
  }

  private List<Story.Case> cases(long payoutId, SqlArrayValue subjects) {
    return jdbc.sql(CASES).param("subjects", subjects).param("payout", payoutId)
        .query((r, n) -> new Story.Case(r.getLong("case_id"), Names.kind(r.getString("kind")), duties.task(r.getString("kind")),
            duties.who(r.getString("kind")), names.plain(r.getString("evidence")), Shown.time(r.getTimestamp("due_at")))).list();
  }

  private List<Story.Decision> decisions(SqlArrayValue subjects) {
    List<Dated<Story.Decision>> decisions = new ArrayList<>(jdbc.sql(DECISIONS).param("subjects", subjects).query((r, n) -> {
      String decided = switch (r.getString("state")) {
        case "DONE" -> texts.of("payout.decision.done", Shown.harmless(r.getString("decided_by")),
            Shown.time(r.getTimestamp("decided_at")));
        case "REJECTED" -> texts.of("payout.decision.rejected", Shown.harmless(r.getString("decided_by")),
            Shown.time(r.getTimestamp("decided_at")));
        default -> texts.of("payout.decision.waits");
      };
      return decision(r.getTimestamp("proposed_at"), texts.of("payout.decision", action(r), Shown.harmless(r.getString("proposed_by")),
          decided), r.getString("reason"));
    }).list());
    decisions.addAll(jdbc.sql(DECISIONS_OF_ONE).param("subjects", subjects).param("actions", new SqlArrayValue("text", OF_ONE_PERSON))
        .query((r, n) -> decision(r.getTimestamp("at"), texts.of("payout.decision.one", action(r), Shown.harmless(r.getString("actor"))),
            r.getString("reason"))).list());
    return Dated.inOrder(decisions);
  }

  private static Dated<Story.Decision> decision(Timestamp at, String text, @Nullable String reason) {
    return new Dated<>(at, new Story.Decision(Shown.time(at), text, Shown.words(reason)));
  }

  private static String action(ResultSet r) throws SQLException {
    return RepairAction.valueOf(r.getString("action")).word().shown();
  }

  private String place(ResultSet r) throws SQLException {
    return names.place(r.getString("partner"), r.getString("folder"));
  }

  private String paymentWaitsFor(ResultSet r) throws SQLException {
    return switch (r.getString("state")) {
      case "PLANNED" -> r.getBoolean("frozen") ? texts.of("wait.decision.frozen")
          : r.getTimestamp("released_at") == null ? releaseWaitsFor(r)
          : texts.of("wait.sending.time", names.partner(r.getString("partner")));
      case "BATCHED" -> texts.of("wait.file");
      case "SENT", "ACCEPTED" -> batchWaitsFor(r);
      case "REJECTED", "UNCOLLECTED", "CANCELLED" -> texts.of("wait.end.of.days");
      case "RETURNED" -> texts.of("wait.credit");
      default -> "";
    };
  }

  private String releaseWaitsFor(ResultSet r) throws SQLException {
    return r.getLong("earlier_batch") > 0 ? texts.of("wait.release.file", Shown.harmless(r.getString("earlier_file")))
        : texts.of("wait.release.payroll");
  }

  private String batchWaitsFor(ResultSet r) throws SQLException {
    return switch (r.getString("batch_state")) {
      case "WAITING_FUNDS" -> texts.of("wait.funds");
      case "IN_DOUBT", "SENDING" -> texts.of("wait.proof");
      default -> r.getDate("answer_due_on") == null ? texts.of("wait.reply", place(r))
          : texts.of("wait.reply.due", place(r), Shown.day(day(r, "answer_due_on")));
    };
  }

  private String waitsFor(ResultSet r, @Nullable String newestPayment) throws SQLException {
    return switch (r.getString("state")) {
      case "OPEN" -> newestPayment == null || newestPayment.isEmpty() ? texts.of("wait.planning") : newestPayment;
      case "HELD" -> texts.of("wait.decision", names.hold(r.getString("hold_reason")));
      case "CARRIED_OVER" -> texts.of("wait.next.payroll");
      default -> texts.of("wait.nothing");
    };
  }

  private static LocalDate day(ResultSet r, String column) throws SQLException {
    Date day = r.getDate(column);
    return day.toLocalDate();
  }
}
