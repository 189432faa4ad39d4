package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.ParseResult.Problem;

/**
 * The entries of one camt message that do not add up, found by a reading of their own: the details of such an entry must not be delivered,
 * and a batch has too many to keep them in memory until its end.
 */
final class EntryFaults {

  /** A message with more of them is refused whole. */
  private static final int MAX_FAULTS = 10_000;

  private final Map<Integer, Fault> faults = new HashMap<>();
  private int entries;

  /** The reason why an entry cannot be understood. */
  enum Fault {
    SUM_DIFFERS("tổng các chi tiết khác số tiền của bút toán"),
    MORE_THAN_DECLARED("nêu nhiều chi tiết hơn số lệnh đã báo"),
    AMOUNT_MISSING("một chi tiết không có số tiền");

    private final String words;

    Fault(String words) {
      this.words = words;
    }

    /** Vietnamese, the end of a sentence. */
    String words() {
      return words;
    }
  }

  /** @throws NotIsoException when the message as a whole cannot be read */
  static EntryFaults of(Path clearXml, FundingAccount account) throws IOException, NotIsoException {
    EntryFaults found = new EntryFaults();
    try (XmlCursor at = XmlCursor.open(clearXml)) {
      at.enterRoot();
      for (String message = at.nextChild(); message != null; message = at.nextChild()) {
        found.look(at, account);
      }
    }
    return found;
  }

  /** The fault of the next entry, or null; asked once an entry, in the order of the message. */
  @Nullable Fault ofNext() {
    return faults.get(entries++);
  }

  private void look(XmlCursor at, FundingAccount account) throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Ntfctn", "Stmt" -> lookAtEntries(at, account);
        default -> at.skip();
      }
    }
    entries = 0;
  }

  private void lookAtEntries(XmlCursor at, FundingAccount account) throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Acct" -> account.requireOurs(at);
        case "Ntry" -> weigh(at);
        default -> at.skip();
      }
    }
  }

  private void weigh(XmlCursor at) throws IOException, NotIsoException {
    Fault fault = EntryReader.weigh(at);
    if (fault != null) {
      if (faults.size() == MAX_FAULTS) {
        throw at.refused(Problem.MALFORMED, "Ntry", "Quá nhiều bút toán không cân");
      }
      faults.put(entries, fault);
    }
    entries++;
  }
}
