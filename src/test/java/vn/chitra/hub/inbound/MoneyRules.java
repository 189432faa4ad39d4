package vn.chitra.hub.inbound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.inbound.PartnerBooks.Booking;
import vn.chitra.hub.inbound.PartnerBooks.Fate;
import vn.chitra.hub.inbound.PartnerBooks.Payment;
import vn.chitra.hub.inbound.PartnerBooks.PaymentFile;
import vn.chitra.hub.inbound.PartnerMessages.Acknowledgement;
import vn.chitra.hub.inbound.PartnerMessages.Message;
import vn.chitra.hub.inbound.PartnerMessages.Stated;
import vn.chitra.hub.inbound.PartnerMessages.Status;

/**
 * The money rules, for any statuses of partners in any order. Checks the hub from outside: by the statuses it received, the files it sends,
 * its states and cases, against the real bookings of the partners.
 */
final class MoneyRules {

  private static final String PAYMENTS = """
      select l.end_to_end_id, l.payout_id, p.entitlement_id || ' ' || p.for_from as liability, l.attempt, l.partner, l.amount_vnd, l.state,
        l.batch_id, b.seq is not null as built, l.written_off_at is not null as written_off,
        concat_ws(' ', p.state, p.current_payroll_id, p.period, p.partner, (select max(booking_id) from booking),
          (select max(payment_status_id) from payment_status), (select sum(revision) from funding_need), (select sum(revision)
            from payout_result),
          (select count(*) from period_close), (select string_agg(state, ',' order by payroll_id) from payroll)) as rest
      from payment l join payout p using (payout_id) left join batch b on b.batch_id = l.batch_id order by l.payment_id""";

  /** Neither paid nor given back, and no timer will move it by itself. */
  private static final String WAITING = """
      select p.payout_id, concat_ws(' ', p.payout_id, p.state, p.hold_reason, l.end_to_end_id, l.state, b.state, l.frozen) as what
      from payout p
      left join lateral (select * from payment where payment.payout_id = p.payout_id order by alive_or_paid desc, attempt desc limit 1) l
        on true
      left join batch b on b.batch_id = l.batch_id
      where p.state in ('OPEN', 'HELD') and not exists (select from case_about c where c.state = 'OPEN' and (
          c.subject in ('payout:' || p.payout_id, 'payroll:' || p.current_payroll_id, 'batch:' || l.frozen_for_batch)))
        and not coalesce(exists (select from planned_payment w where w.payment_id = l.payment_id and not w.frozen and w.released_at is not null)
          or b.state = 'OPEN'
          or b.state in ('BUILT', 'SENDING') or b.state in ('IN_DOUBT', 'WAITING_FUNDS') and b.retry_at is not null, false)""";

  private final Books books;
  private final JdbcTemplate jdbc;
  private final PartnerBooks truth;
  private final boolean partnersErr;
  private final Map<String, Row> before = new HashMap<>();
  private List<Row> last = List.of();
  private final Map<String, Set<Long>> filesOf = new HashMap<>();
  private final Map<String, Set<Long>> negative = new HashMap<>();
  private final Map<String, Set<Long>> negativeOnceClosed = new HashMap<>();
  private final Set<Long> refused = new HashSet<>();
  /** Files whose "no funds" the hub passed over, because it had heard a newer acknowledgement. */
  private final Set<Long> olderThanHeard = new HashSet<>();
  private final Set<Long> closed = new HashSet<>();
  private final Set<String> reportedPaid = new HashSet<>();
  private final Set<String> reportedPaidBefore = new HashSet<>();
  private final Set<String> reportedReturned = new HashSet<>();
  private final Map<Long, Message> messages = new TreeMap<>();

  MoneyRules(HubStory story, PartnerBooks truth, boolean partnersErr) {
    this.books = story.books();
    this.jdbc = story.sql();
    this.truth = truth;
    this.partnersErr = partnersErr;
  }

  /** A rule of money does not hold. */
  static final class Broken extends AssertionError {
    private static final long serialVersionUID = 1L;
    final String rule;

    Broken(String rule, String what) {
      super(rule + ": " + what);
      this.rule = rule;
    }
  }

  private record Row(String id, long payout, String liability, String partner, long amount, String state, @Nullable Long file,
      boolean writtenOff, String rest) {}

  /** The hub read the message. @param state what became of its file, @param file its id in the hub */
  void heard(Message message, String state, long file) {
    messages.put(file, message);
    if (state.equals("IGNORED") && message.acknowledgement() == Acknowledgement.NO_FUNDS && message.about() != null) {
      olderThanHeard.add(message.about().batch);
    }
    if (!state.equals("DONE")) {
      return;
    }
    PaymentFile about = message.about();
    boolean closes = message.closing() && about != null && closed.add(about.batch);
    for (Stated stated : message.stated()) {
      Row row = before.get(stated.id());
      if (row != null && row.amount() == stated.amount() && row.partner().equals(message.file().partner())) {
        heard(stated, row, message, about);
        if (closes && isNegative(stated.status())) {
          // cash before the close is provisional: the list that closes may take it back
          reportedPaid.remove(stated.id());
          reportedPaidBefore.remove(stated.id());
        }
      }
    }
    if (message.closing() && about != null) {
      negativeOnceClosed.forEach((id, files) -> {
        if (files.contains(about.batch)) {
          negative.computeIfAbsent(id, key -> new HashSet<>()).add(about.batch);
        }
      });
    }
    if (message.acknowledgement() == Acknowledgement.REFUSED && message.ourHash() && about != null) {
      refused.add(about.batch);
    }
  }

  private void heard(Stated stated, Row row, Message message, @Nullable PaymentFile about) {
    if (stated.status() == Status.PAID) {
      reportedPaid.add(stated.id());
    } else if (stated.status() == Status.RETURNED) {
      reportedReturned.add(stated.id());
    }
    boolean ofRefused = about != null && refused.contains(about.batch);
    Set<Long> files = filesOf.getOrDefault(stated.id(), Set.of());
    Long present = row.file();
    if (isNegative(stated.status()) && present != null && files.contains(present) && !ofRefused) {
      boolean cash = about != null && !about.kind.isBank();
      (cash ? negativeOnceClosed : negative).computeIfAbsent(stated.id(), key -> new HashSet<>()).add(present);
    }
  }

  private static boolean isNegative(Status status) {
    return status == Status.REJECTED || status == Status.UNCOLLECTED || status == Status.RETURNED;
  }

  /** After every step. */
  void hold() {
    List<Row> rows = rows();
    if (!partnersErr) {
      rows.stream().collect(Collectors.groupingBy(Row::liability, TreeMap::new, Collectors.toList())).values().forEach(this::paidOnce);
    }
    if (rows.equals(last)) {
      return;
    }
    last = rows;
    if (jdbc.queryForList("select 1 from payroll where state = 'TAKEN'").isEmpty()) {
      books.agree();
    } else {
      books.agreeBesideTheSettlement();
    }
    Map<String, List<Row>> byLiability = rows.stream().collect(Collectors.groupingBy(Row::liability, TreeMap::new, Collectors.toList()));
    for (Row row : rows) {
      boolean fresh = !before.containsKey(row.id());
      boolean travels = row.file() != null && filesOf.computeIfAbsent(row.id(), key -> new LinkedHashSet<>()).add(row.file());
      if (fresh || travels) {
        nothingElseMayBeCarriedOut(row, byLiability.get(row.liability()));
      }
      paidOnlyWhatIsBooked(row);
    }
    rows.forEach(row -> before.put(row.id(), row));
    reportedPaidBefore.addAll(reportedPaid);
  }

  private void nothingElseMayBeCarriedOut(Row row, List<Row> ofLiability) {
    for (Row other : ofLiability) {
      for (Long file : filesOf.getOrDefault(other.id(), Set.of())) {
        boolean itself = other.id().equals(row.id());
        boolean here = itself && file.equals(row.file());
        boolean over = refused.contains(file) || !itself && negative.getOrDefault(other.id(), Set.of()).contains(file);
        if (!here && !over) {
          throw new Broken("SECOND PAYMENT STARTED", row + " while " + other.id() + " may be carried out in file of batch " + file);
        }
      }
      boolean elsewhere = !other.id().equals(row.id());
      if (elsewhere && reportedPaidBefore.contains(other.id()) && !reportedReturned.contains(other.id()) && !other.writtenOff()) {
        throw new Broken("SECOND PAYMENT STARTED", row + " although " + other.id() + " was said to be paid");
      }
    }
  }

  private void paidOnlyWhatIsBooked(Row row) {
    boolean paid = row.state().equals("PAID") || row.state().equals("PAID_IN_ERROR");
    if (paid && !(partnersErr ? reportedPaid.contains(row.id()) : truth.paid(row.id()) > 0)) {
      throw new Broken("PAID WITHOUT A BOOKING", row.toString());
    }
  }

  private void paidOnce(List<Row> ofLiability) {
    int kept = ofLiability.stream().mapToInt(row -> truth.kept(row.id())).sum();
    if (kept > 1) {
      throw new Broken("PAID TWICE", ofLiability + " " + truth.bookings);
    }
  }

  /**
   * When every partner has told all that it booked.
   *
   * @param statements the banks' statements were matched too: without them nothing can contradict a bank that reports payments of a file it
   *     never received, or that lacks funds by an acknowledgement older than the one that accepted it: it has no other word about them
   */
  void nothingIsSilent(boolean statements) {
    List<Row> rows = rows();
    for (Row row : rows) {
      boolean holds = row.state().equals("PAID") || row.state().equals("PAID_IN_ERROR");
      int kept = truth.kept(row.id());
      boolean onlyAStatementShowsIt = !statements && partnersErr && holds && reportedPaid.contains(row.id()) && neverCarriedOut(row);
      if (kept != (holds ? 1 : 0) && !onlyAStatementShowsIt && !standsOnACase(row, kept > 1)) {
        throw new Broken("DIFFERENCE IS SILENT", row + ", its partner keeps " + kept + " payments: " + bookings(row) + "; " + cases());
      }
    }
    rows.stream().collect(Collectors.groupingBy(Row::liability, TreeMap::new, Collectors.toList())).values().forEach(liability -> {
      int kept = liability.stream().mapToInt(row -> truth.kept(row.id())).sum();
      if (kept > 1 && liability.stream().noneMatch(row -> standsOnACase(row, true))) {
        throw new Broken("PAID TWICE IS SILENT", liability + " " + truth.bookings);
      }
    });
  }

  /** A partner whose every word follows its books is the cause of no case about its statements. */
  void nobodyIsAccused() {
    List<String> cases = jdbc.queryForList("select kind || ' ' || subject || ': ' || evidence from case_record where state = 'OPEN' and"
        + " kind in"
        + " ('STATEMENT_DEBIT_DIFFERS', 'RETURN_UNMATCHED', 'SETTLEMENT_DIFFERENCE', 'STATEMENT_GAP', 'STATEMENT_ENTRY_OTHER')",
        String.class);
    if (!cases.isEmpty()) {
      throw new Broken("AN HONEST BANK IS ACCUSED", String.join("; ", cases));
    }
  }

  /**
   * Every payment that does not move automatically has a case: about the payout, a file in which it travelled, or an answer that named it.
   */
  void nothingIsForgotten() {
    List<Row> rows = rows();
    List<Map<String, Object>> open = jdbc.queryForList("select subject, file_id from case_record where state = 'OPEN'");
    jdbc.query(WAITING, (r, n) -> new String[] {r.getString(1), r.getString(2)}).forEach(waiting -> {
      boolean queried = rows.stream().filter(row -> row.payout() == Long.parseLong(waiting[0]))
          .anyMatch(row -> open.stream().anyMatch(one -> {
        Message message = one.get("file_id") == null ? null : messages.get((Long) one.get("file_id"));
        return message != null && message.names(row.id())
            || filesOf.getOrDefault(row.id(), Set.of()).stream().anyMatch(file -> one.get("subject").equals("batch:" + file));
      }));
      if (!queried) {
        throw new Broken("FORGOTTEN", waiting[1] + "; " + cases());
      }
    });
  }

  private String cases() {
    return "cases: " + jdbc.queryForList("select concat_ws(' ', kind, subject, state, closed_by, amount_vnd) from case_record order by case_id",
        String.class);
  }

  /** Open or decided, about the payout itself, about an answer that named it, about a file in which it travelled, or about the account. */
  private boolean standsOnACase(Row row, boolean withAmount) {
    List<Map<String, Object>> cases = jdbc.queryForList("select subject, file_id, amount_vnd from case_about");
    return cases.stream().anyMatch(one -> {
      Long dong = (Long) one.get("amount_vnd");
      boolean enough = !withAmount || dong != null && Math.abs(dong) >= row.amount();
      Message message = one.get("file_id") == null ? null : messages.get((Long) one.get("file_id"));
      String subject = (String) one.get("subject");
      return enough && (subject.equals("payout:" + row.payout()) || message != null && message.names(row.id())
          || subject.equals("account:" + row.partner())
          || filesOf.getOrDefault(row.id(), Set.of()).stream().anyMatch(file -> subject.equals("batch:" + file)));
    });
  }

  /** The bank has no word about it, or only "no funds", under a number older than that of its word "accepted". */
  private boolean neverCarriedOut(Row row) {
    return truth.files.stream().filter(file -> file.payments.stream().anyMatch(payment -> payment.id.equals(row.id())))
        .allMatch(file -> file.fate == Fate.NOT_ARRIVED || file.fate == Fate.WITHOUT_FUNDS && olderThanHeard.contains(file.batch));
  }

  private List<Booking> bookings(Row row) {
    return truth.bookings.stream().filter(booking -> booking.id().equals(row.id())).toList();
  }

  private List<Row> rows() {
    return jdbc.query(PAYMENTS, (r, n) -> new Row(r.getString("end_to_end_id"), r.getLong("payout_id"), r.getString("liability"),
        r.getString("partner"), r.getLong("amount_vnd"), r.getString("state"),
        r.getBoolean("built") ? (Long) r.getLong("batch_id") : null, r.getBoolean("written_off"), r.getString("rest")));
  }

  /** Payments that the partner holds in a file and has not finished. */
  static List<Payment> unfinished(PartnerBooks truth) {
    List<Payment> open = new ArrayList<>();
    truth.files.stream().filter(file -> file.fate == Fate.HELD).flatMap(file -> file.payments.stream())
        .filter(payment -> payment.outcome == PartnerBooks.Outcome.IN_PROGRESS).forEach(open::add);
    return open;
  }
}
