package vn.chitra.hub.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** Plays months through a hub, one after another: payrolls to files, answers back, results written. */
final class MonthPlay {

  private final Outside outside;
  private final SharedClock clock;
  private final HubBooks books;
  private final PrintStream console;
  /** Answers of all months so far. */
  private int arrived;

  MonthPlay(Outside outside, SharedClock clock, HubBooks books, PrintStream console) {
    this.outside = outside;
    this.clock = clock;
    this.books = books;
    this.console = console;
  }

  /** What a month moved, in counts. */
  record Volume(long payrolls, long payments, int replies) {}

  /** @param watch times its stages; while the partners make their answers, it stands still */
  Volume play(PlayedMonth month, Stopwatch watch) throws InterruptedException {
    clock.moveTo(month.approved());
    books.countFromHere();
    long payrolls = outside.payrolls(month);
    int before = arrived;
    long payments = out(month, payrolls, watch);
    console.println("Files are out; the partners make their answers, the watch stands still.");
    outside.decide(month.sent(), month.closed());
    back(month, watch);
    return new Volume(payrolls, payments, arrived - before);
  }

  private long out(PlayedMonth month, long payrolls, Stopwatch watch) throws InterruptedException {
    watch.time("intake, up to the last payroll taken", () -> outside.approveEverything(month), () -> books.everyPayrollTaken(payrolls),
        books::payouts);
    watch.time("planned and released (what was left)", () -> { }, books::everyPayrollReleased, books::payments);
    long payments = books.payments();
    watch.time("gathered, built, verified, archived", () -> clock.moveTo(month.sent()), () -> books.everyPaymentInAFile(payments),
        () -> payments);
    watch.time("sent and proved (what was left)", () -> { }, books::everyFileSent, books::filesOut);
    return payments;
  }

  private void back(PlayedMonth month, Stopwatch watch) throws InterruptedException {
    record Wave(String name, Instant after, Instant until) {}
    for (Wave wave : List.of(new Wave("bank: ACKs and first results", month.sent(), month.bankAnswered()),
        new Wave("bank: last results; cash: provisional reports", month.bankAnswered(), month.reported()),
        new Wave("cash: closing reports", month.reported(), month.closed()))) {
      long lines = books.replyLines();
      clock.moveTo(wave.until());
      watch.time(wave.name() + " read and matched", () -> arrived += outside.publish(wave.after(), wave.until()),
          () -> books.everyReplyRead(arrived), () -> books.replyLines() - lines);
    }
    watch.time("results written back (what was left)", () -> { }, books::everythingWrittenBack, books::results);
  }
}
