package vn.chitra.hub.sim.bankapi;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.PartnerSide;
import vn.chitra.hub.sim.Simulator;
import vn.chitra.hub.sim.bank.BankOrders;

/**
 * A bank with an API: takes bulks at once, moves the money on the value date at 10:00, decides the rest on the next banking day, closes the
 * funding account every banking day at 17:45, and sends some results as events. {@link BankApiServer} answers over HTTPS.
 */
public final class BankApiSimulator implements Simulator {

  private static final String SHORT_OF_FUNDS = "51";

  private final PartnerSide side;
  private final Settings settings;
  private final Decisions decisions;
  private final BusinessDays days;
  private final BankOrders orders;
  private final ApiBooks books;
  private final Events events;
  private volatile @Nullable Instant now;

  /**
   * @param sender who the hub is at this bank
   * @param bins banks that this one can pay to
   * @param names holder of an account by BIN and number; null = no such account
   * @param script seq of the hub's bulk → what is done to it beside the ordinary
   * @param oddNames of a thousand accounts so many are held by somebody else, closed, blocked or unknown
   * @param opened first day of the funding account's statements
   */
  public record Settings(String sender, String fundingAccount, Set<String> bins, BiFunction<String, String, @Nullable String> names,
      Map<Integer, Set<ApiAction>> script, int oddNames, LocalDate opened) {}

  /** @param events how the hub is told; its address may become known later */
  public BankApiSimulator(String partner, PartnerBook book, Settings settings, Decisions decisions, BusinessDays days, Events events) {
    this.side = new PartnerSide(partner, Path.of("nowhere"), book);
    this.settings = settings;
    this.decisions = decisions;
    this.days = days;
    this.orders = new BankOrders(partner, book.jdbc(), decisions);
    this.books = new ApiBooks(partner, book.jdbc());
    this.events = events;
    side.plan("", 0, "STATEMENT", BusinessDays.at(days.bankingDayFrom(settings.opened()), 17, 45));
  }

  @Override
  public boolean tick(Instant instant) {
    now = instant;
    boolean did = false;
    for (Optional<PartnerSide.Step> step = due(instant); step.isPresent(); step = due(instant)) {
      PartnerSide.Step one = step.get();
      side.book().inTransaction(() -> {
        perform(one);
        side.done(one);
      });
      did = true;
    }
    return sendEvents() | did;
  }

  private Optional<PartnerSide.Step> due(Instant instant) {
    return side.nextStep().filter(step -> !step.dueAt().isAfter(instant));
  }

  @Override
  public Optional<Instant> nextDue() {
    return side.nextStep().map(PartnerSide.Step::dueAt);
  }

  /** Business time as of the last tick; empty before the first. */
  Optional<Instant> now() {
    return Optional.ofNullable(now);
  }

  String partner() {
    return side.partner();
  }

  Settings settings() {
    return settings;
  }

  ApiBooks books() {
    return books;
  }

  Decisions decisions() {
    return decisions;
  }

  Events events() {
    return events;
  }

  boolean does(int seq, ApiAction action) {
    return settings.script().getOrDefault(seq, Set.of()).contains(action);
  }

  void inTransaction(Runnable work) {
    side.book().inTransaction(work);
  }

  void violation(String what, String file) {
    side.violation(file, what, now().orElse(Instant.EPOCH));
  }

  /** Takes a bulk that is right in every way; within a transaction. @return the bank's id of it */
  String take(BulkBody bulk, String key, String sha256, int size, Instant at) {
    LocalDate today = BusinessDays.day(at);
    if (!days.isBankingDay(bulk.valueDate()) || bulk.valueDate().isBefore(today)) {
      violation("the value date is no banking day from today on", bulk.clientBulkId());
    }
    String id = books.take(bulk, key, sha256, size, at);
    if (!does(bulk.seq(), ApiAction.SILENT)) {
      Instant valueTime = BusinessDays.at(days.bankingDayFrom(bulk.valueDate()), 10, 0);
      side.plan("", bulk.seq(), "EXECUTE", valueTime.isAfter(at) ? valueTime : at.plus(Duration.ofMinutes(10)));
    }
    return id;
  }

  private void perform(PartnerSide.Step step) {
    LocalDate day = BusinessDays.day(step.dueAt());
    switch (step.name()) {
      case "STATEMENT" -> {
        books.close(day);
        side.plan("", 0, "STATEMENT", BusinessDays.at(days.bankingDayAfter(day), 17, 45));
      }
      case "EXECUTE" -> execute(step, day);
      case "RESOLVE" -> {
        debit(step.seq(), day, orders.resolve(step.seq(), day));
        side.book().jdbc().update("UPDATE instruction SET first_code = code WHERE partner = ? AND seq = ?", side.partner(), step.seq());
        sendSome(step.seq(), row -> decisions.perMille(100, "told late", row.endToEndId()));
      }
      case "COME_BACK" -> {
        List<BankOrders.Row> back = orders.comeBack(step.seq(), day);
        back.forEach(row -> books.book(day, 'C', row.amount(), "R" + row.endToEndId(), "HOAN TRA"));
        side.book().jdbc().update("UPDATE instruction SET first_code = code WHERE partner = ? AND seq = ?", side.partner(), step.seq());
        sendSome(step.seq(), row -> row.code().equals("20"));
      }
      default -> throw new IllegalStateException("unknown step " + step);
    }
  }

  private void execute(PartnerSide.Step step, LocalDate day) {
    int seq = step.seq();
    books.book(day, 'C', books.total(seq), "NCAPTIEN" + seq, "KHO BAC CHUYEN TIEN");
    debit(seq, day, orders.execute(seq, day));
    orders.nameInFirstPart(seq);
    if (does(seq, ApiAction.SHORT_OF_FUNDS)) {
      side.book().jdbc().update("UPDATE instruction SET first_code = ? WHERE partner = ? AND seq = ? AND code = ?", SHORT_OF_FUNDS,
          side.partner(), seq, BankOrders.IN_PROGRESS);
    }
    books.started(seq);
    LocalDate next = days.bankingDayAfter(day);
    side.plan("", seq, "RESOLVE", BusinessDays.at(next, 10, 0));
    if (does(seq, ApiAction.RETURN_SOME)) {
      side.plan("", seq, "COME_BACK", BusinessDays.at(days.bankingDayAfter(days.bankingDayAfter(next)), 11, 0));
    }
    sendSome(seq, row -> !row.firstCode().isEmpty() && decisions.perMille(60, "told", row.endToEndId()));
  }

  private void debit(int seq, LocalDate day, long amount) {
    books.book(day, 'D', amount, "B" + books.nameOf(seq), "CHI TRA THEO LO");
  }

  private void sendSome(int seq, Predicate<BankOrders.Row> which) {
    List<BankOrders.Row> sent = orders.of(seq).stream().filter(which).limit(20).toList();
    sent.forEach(row -> books.send(Results.event("ev-" + side.partner() + "-" + row.endToEndId() + "-" + row.code(), row)));
  }

  /** Results that are to be seen: page by page, at most 500. */
  String results(ApiBooks.Bulk bulk, int from) {
    List<BankOrders.Row> all = orders.of(bulk.seq());
    boolean open = all.stream().anyMatch(row -> row.code().isEmpty() || row.code().equals(BankOrders.IN_PROGRESS)
        || row.firstCode().isEmpty());
    String status = !bulk.started() ? "RECEIVED" : open ? "PROCESSING" : "DONE";
    List<BankOrders.Row> seen = all.stream().filter(row -> bulk.started() && !row.firstCode().isEmpty())
        .filter(row -> !does(bulk.seq(), ApiAction.LEAVE_ONE_OUT) || row.line() != all.size()).toList();
    return Results.page(status, seen, from);
  }

  private boolean sendEvents() {
    List<ApiBooks.Event> unsent = new ArrayList<>(books.unsent());
    boolean disorder = settings.script().values().stream().anyMatch(actions -> actions.contains(ApiAction.EVENTS_IN_DISORDER));
    if (disorder) {
      Collections.reverse(unsent);
    }
    for (ApiBooks.Event event : unsent) {
      if (events.send(event.body()) && (!disorder || events.send(event.body()))) {
        books.sent(event.id());
      } else {
        books.failed(event.id());
      }
    }
    return !unsent.isEmpty();
  }
}
