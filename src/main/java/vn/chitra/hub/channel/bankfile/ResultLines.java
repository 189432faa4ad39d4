package vn.chitra.hub.channel.bankfile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /**
   * Money that moved has a day, even one that no calendar has; what did not move may go without.
   *
   * @param tally counts the line
   */
  public ReportedStatus status(PartnerProfile partner, FieldCheck judge, ResultLine line, LineTally tally) throws FileParseException {
    String id = judge.matching("endToEndId", line.endToEndId(), ID);
    AmountText.Amount amount = judge.amount("amount", line.amount());
    tally.add(amount);
    String status = judge.matching("status", line.status(), STATUS);
    ReportedState reported = codes.stateOf(partner, status);
    boolean none = NO_DATE.matcher(line.bookDate()).matches();
    judge.demand(!none || reported != ReportedState.PAID && reported != ReportedState.RETURNED, "bookDate",
        "Ngày không theo dạng yyyyMMdd");
    Optional<LocalDate> day = none ? Optional.empty() : judge.day("bookDate", line.bookDate());
    ReportedStatus read = new ReportedStatus(judge.line(), id, amount.vnd(), reported, status, PartnerText.of(line.text()),
        PartnerText.reference(line.bankRef()), day.orElse(null), null);
    return none || day.isPresent() ? read : read.withImpossibleDay(line.bookDate());
  }
}
