package vn.chitra.hub.channel.bankfile;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.bankfile.camel.ResultLine;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * Converts a line of a bank's result into a payment status. The form of an endToEndId is checked here; whether the id is ours is not,
 * because one unknown id concerns one line only.
 */
public final class ResultLines {

  private static final Pattern ID = Pattern.compile("H[0-9A-Z]{15}");
  private static final Pattern STATUS = Pattern.compile("[0-9A-Z]{2}");
  /** As long as the column for references in the hub's database. */
  private static final Pattern REFERENCE = Pattern.compile("[^\\p{Cntrl}]{0,40}");

  private final StateOfCode codes;

  public ResultLines(StateOfCode codes) {
    this.codes = codes;
  }

  public ReportedStatus status(PartnerProfile partner, LineJudge judge, ResultLine line) throws FileParseException {
    String id = judge.matching("endToEndId", line.endToEndId(), ID);
    long amount = judge.amount("amount", line.amount());
    String status = judge.matching("status", line.status(), STATUS);
    judge.matching("bankRef", line.bankRef(), REFERENCE);
    ReportedState reported = codes.stateOf(partner, status);
    return new ReportedStatus(judge.line(), id, amount, reported, status, PartnerText.of(line.text()),
        PartnerText.reference(line.bankRef()), bookDate(judge, reported, line.bookDate()), null);
  }

  /** Money that moved has a day; what did not move may go without. */
  private static @Nullable LocalDate bookDate(LineJudge judge, ReportedState reported, String text) throws FileParseException {
    boolean moved = reported == ReportedState.PAID || reported == ReportedState.RETURNED;
    return text.isEmpty() && !moved ? null : judge.date("bookDate", text);
  }
}
