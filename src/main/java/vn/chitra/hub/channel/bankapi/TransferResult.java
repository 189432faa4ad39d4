package vn.chitra.hub.channel.bankapi;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.bankfile.PartnerText;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * One result of a transfer in the hub's words. The partner's code table decides by the code, and the status must agree with it; a
 * contradiction is UNKNOWN, and a person decides. Without a code the status alone decides.
 */
final class TransferResult {

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{1,35}");
  private static final Pattern STATUS = Pattern.compile("PAID|REJECTED|PROCESSING|RETURNED");
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,8}");
  private static final Pattern ANY_TEXT = Pattern.compile("(?s).{0,10000}");
  private static final Map<String, ReportedState> WORDS = Map.of("PAID", ReportedState.PAID, "REJECTED", ReportedState.REJECTED,
      "PROCESSING", ReportedState.ACCEPTED, "RETURNED", ReportedState.RETURNED);

  private final StateOfCode codes;

  TransferResult(StateOfCode codes) {
    this.codes = codes;
  }

  ReportedStatus status(PartnerProfile partner, Json result) throws ApiParseException {
    result.demandDong();
    String id = result.text("endToEndId", ID);
    long amount = result.amount("amount");
    ReportedState byStatus = WORDS.getOrDefault(result.text("status", STATUS), ReportedState.UNKNOWN);
    String code = result.optional("code", CODE);
    ReportedState reported = code == null || codes.stateOf(partner, code) == byStatus ? byStatus : ReportedState.UNKNOWN;
    String text = result.optional("text", ANY_TEXT);
    String reference = result.optional("bankRef", ANY_TEXT);
    Json.StatedDay booked = booked(result, byStatus);
    ReportedStatus read = new ReportedStatus(result.line(), id, amount, reported, code, text == null ? null : PartnerText.of(text),
        reference == null ? null : PartnerText.reference(reference), booked == null ? null : booked.day(), null);
    return booked == null || booked.day() != null ? read : read.withImpossibleDay(booked.written());
  }

  /** Money that moved has a day, even one that no calendar has; what did not move may go without. */
  private static Json.@Nullable StatedDay booked(Json result, ReportedState reported) throws ApiParseException {
    Json.StatedDay day = result.statedDay("bookedAt");
    result.demand(day != null || reported != ReportedState.PAID && reported != ReportedState.RETURNED, "bookedAt", "Thiếu ngày hạch toán");
    return day;
  }
}
