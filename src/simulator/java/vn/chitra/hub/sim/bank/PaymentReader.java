package vn.chitra.hub.sim.bank;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.chitra.hub.sim.EndToEndIds;

/** The checks that every bank makes on a payment file, in any format; collects the errors. */
abstract class PaymentReader {

  private static final long INTERBANK_LIMIT = 500_000_000;

  protected final List<PaymentFile.Order> orders = new ArrayList<>();
  private final Set<String> bins;
  private final List<String> complaints = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private boolean totalsWrong;

  PaymentReader(Set<String> bins) {
    this.bins = bins;
  }

  /** The file as far as it was read. */
  protected final PaymentFile file(int seq, LocalDate valueDate) {
    String code = complaints.isEmpty() ? "" : totalsWrong && complaints.size() == 1 ? "F2" : "F3";
    return new PaymentFile(seq, valueDate, orders.size(), total(), List.copyOf(orders), List.copyOf(complaints), code);
  }

  protected final boolean isFine() {
    return complaints.isEmpty();
  }

  protected final void add(PaymentFile.Order order, String remark) {
    String where = "order " + order.line() + ": ";
    expect(order.line() == orders.size() + 1, where + "not in its place");
    expect(EndToEndIds.isRight(order.endToEndId()), where + "endToEndId of the wrong form or check character");
    expect(ids.add(order.endToEndId()), where + "endToEndId twice in one file");
    expect(order.account().matches("\\d{6,19}") && !order.account().matches("9704(\\d{12}|\\d{15})"), where + "no account number");
    expect(order.name().matches("[\\x20-\\x7e&&[^a-z]]{1,50}") && order.name().equals(order.name().strip()), where + "creditName");
    expect(bins.contains(order.bin()), where + "unknown BIN " + order.bin());
    expect(order.amount() > 0 && order.amount() < INTERBANK_LIMIT, where + "no amount, or over the interbank limit");
    expect(remark.matches("[\\x20-\\x7e]{1,25}") && !remark.matches(".*\\d{6}.*"), where + "remark");
    orders.add(order);
  }

  protected final LocalDate day(String text, DateTimeFormatter form) {
    try {
      return LocalDate.parse(text, form);
    } catch (DateTimeParseException e) {
      expect(false, "the value date is no day: " + e.getParsedString());
      return LocalDate.EPOCH;
    }
  }

  protected final long total() {
    return orders.stream().mapToLong(PaymentFile.Order::amount).sum();
  }

  protected final void expect(boolean fine, String complaint) {
    if (!fine) {
      complaints.add(complaint);
    }
  }

  protected final void expectTotals(boolean fine, String complaint) {
    totalsWrong |= !fine;
    expect(fine, complaint);
  }
}
