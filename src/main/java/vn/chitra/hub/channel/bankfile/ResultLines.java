package vn.chitra.hub.channel.bankfile;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.bankfile.camel.ResultLine;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReportedStatus;
import vn.chitra.hub.support.AmountText;

/**
 * Converts a line of a bank's result into a payment status. The form of an endToEndId is checked here; whether the id is ours is not,
 * because one unknown id concerns one line only.
 */
public final class ResultLines {

  private static final Pattern ID = Pattern.compile("H[0-9A-Z]{15}");
  private static final Pattern STATUS = Pattern.compile("[0-9A-Z]{2}");
  /** How banks fill a date field that says nothing. */
  private static final Pattern NO_DATE = Pattern.compile("0*|\\s*");

  private final StateOfCode codes;

  public ResultLines(StateOfCode codes) {
    this.codes = codes;
  }

  /** @param tally counts the line */
  public ReportedStatus status(PartnerProfile partner, FieldCheck judge, ResultLine line, LineTally tally) throws FileParseException {
    String id = judge.matching("endToEndId", line.endToEndId(), ID);
    AmountText.Amount amount = judge.amount("amount", line.amount());
    tally.add(amount);
    String status = judge.matching("status", line.status(), STATUS);
    ReportedState reported = codes.stateOf(partner, status);
    return new ReportedStatus(judge.line(), id, amount.vnd(), reported, status, PartnerText.of(line.text()),
        PartnerText.reference(line.bankRef()), bookDate(judge, reported, line.bookDate()), null);
  }

  /** Money that moved has a day; what did not move may go without. */
  private static @Nullable LocalDate bookDate(FieldCheck judge, ReportedState reported, String text) throws FileParseException {
    boolean moved = reported == ReportedState.PAID || reported == ReportedState.RETURNED;
    return NO_DATE.matcher(text).matches() && !moved ? null : judge.date("bookDate", text);
  }
}
