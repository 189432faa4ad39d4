package vn.chitra.hub.sim.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses our files and writes the bank's decided answers in one format; decides nothing itself. */
interface BankDialect {

  /** The bank's acknowledgement of a whole file of ours. */
  record Acknowledgement(String fileName, int seq, String sha256, boolean accepted, String code, String text, Instant reportedAt) {}

  /** One report about a file of ours. */
  record Part(int seq, LocalDate valueDate, int number, boolean last, Instant reportedAt) {}

  /** A file for the bank's outgoing folder. */
  record Reply(String name, byte[] content) {

    /** How it is called when it comes a second time. */
    String copyName() {
      return name.endsWith(".csv") ? name.substring(0, name.length() - 4) + " (1).csv" : name + " (1)";
    }
  }

  boolean isPayment(String fileName);

  /** Reads the whole file; never throws for its content. */
  PaymentFile read(Set<String> bins, String fileName, byte[] bytes);

  String acknowledgementName(Acknowledgement acknowledgement, int number);

  /** Empty where the contract has no such word. */
  Optional<byte[]> acknowledgement(Acknowledgement acknowledgement);

  /** @param first the words of the first report, where an order may have moved on since */
  List<Reply> part(Part part, List<BankOrders.Row> rows, boolean first);

  Reply statement(BankLedger.Day day);

  /** The funding that is paid in for a file of that total. */
  default long funding(long total) {
    return total;
  }
}
