package vn.chitra.hub.channel.bankfile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a bank's answers to an account-opening file.
 *
 * @param lastPart every request of our file has been named at least once
 */
public record OpeningReply(int seq, int part, boolean lastPart, List<Line> lines) {

  public OpeningReply {
    lines = List.copyOf(lines);
  }

  /** The bank's decision about one person. */
  public enum Outcome { OPENED, REFUSED, WAITING }

  /**
   * @param lineNo in the bank's file, from 1
   * @param account of an opened one, else null; so are the account's name and day
   * @param code why it was refused, else null
   */
  public record Line(int lineNo, String requestId, Outcome outcome, @Nullable String account, @Nullable String accountName,
      @Nullable LocalDate openedOn, @Nullable String code) {

    /** Neither account nor name. */
    @Override
    public String toString() {
      return "Line[" + lineNo + ", " + requestId + ", " + outcome + "]";
    }
  }
}
