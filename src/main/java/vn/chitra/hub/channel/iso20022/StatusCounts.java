package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The counts on one level of a pain.002: the number of transactions of our file, and the number per status. */
final class StatusCounts {

  private final StatusRules statusRules;
  private @Nullable Integer transactions;
  private @Nullable Integer settled;
  private boolean others;
  private boolean notRejected;

  StatusCounts(StatusRules statusRules) {
    this.statusRules = statusRules;
  }

  /** Reads {@code OrgnlNbOfTxs}. */
  void readTransactions(XmlCursor at) throws IOException, NotIsoException {
    transactions = plus(transactions, IsoValues.count(at));
  }

  /** Reads {@code NbOfTxsPerSts}. */
  void readStatus(XmlCursor at) throws IOException, NotIsoException {
    int count = 0;
    String status = "";
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "DtldNbOfTxs" -> count = IsoValues.count(at);
        case "DtldSts" -> status = IsoValues.code(at.text());
        default -> at.skip();
      }
    }
    if (statusRules.isSettled(status)) {
      settled = plus(settled, count);
    } else {
      others |= count > 0;
    }
    notRejected |= count > 0 && !StatusRules.REJECTED.equals(status);
  }

  /** Whether a transaction is counted under a status that is not settled. */
  boolean countsOthers() {
    return others;
  }

  /** Whether a transaction is counted under a status that is not RJCT. */
  boolean countsNotRejected() {
    return notRejected;
  }

  /** Adds every number that must be the number of our file's transactions where all of them are settled. */
  void addSizes(Set<Integer> sizes) {
    if (transactions != null) {
      sizes.add(transactions);
    }
    if (settled != null) {
      sizes.add(settled);
    }
  }

  private static int plus(@Nullable Integer sum, int count) {
    return sum == null ? count : Math.addExact(sum, count);
  }
}
