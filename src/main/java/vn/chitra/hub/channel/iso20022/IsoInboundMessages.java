package vn.chitra.hub.channel.iso20022;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.InboundMessage.ReportedFileState;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.inbound.ParseResult.Understood;

/** Converts the parse result of an ISO message into an inbound message. */
final class IsoInboundMessages {

  private IsoInboundMessages() {}

  static ParseResult of(IsoParseResult parsed, IsoLines lines) {
    if (parsed instanceof IsoParseResult.Refused refused) {
      return refused.why();
    }
    if (parsed instanceof IsoParseResult.StatusRead status) {
      return new Understood(report(status.report(), status.outcome(), lines));
    }
    if (parsed instanceof IsoParseResult.StatementsRead statements) {
      return statements.statements().size() == 1
          ? new Understood(new InboundMessage.StatementReceived(statements.statements().get(0).date()))
          : new NotUnderstood(Problem.MALFORMED, 0, "Stmt", "Tệp chứa nhiều sổ phụ; mỗi tệp chỉ nhận một ngày.");
    }
    return new Understood(new InboundMessage.Movements(lines.notices()));
  }

  private static InboundMessage report(StatusReport report, IsoOutcome outcome, IsoLines lines) {
    if (outcome instanceof IsoOutcome.GroupRefused refused) {
      return report(report, ReportedFileState.REFUSED, refused.reasonCode(), refused.text(), lines);
    } else if (outcome instanceof IsoOutcome.GroupWaitingFunds waits) {
      return report(report, ReportedFileState.WAITS_FOR_FUNDS, waits.reasonCode(), waits.text(), lines);
    } else if (outcome instanceof IsoOutcome.DuplicateStands stands) {
      return report(report, ReportedFileState.STANDS, stands.reasonCode(), null, lines);
    } else if (outcome instanceof IsoOutcome.AcceptUnlisted accept) {
      return report(report, accept.attention() ? ReportedFileState.REST_ACCEPTED_WITH_CASE : ReportedFileState.REST_ACCEPTED,
          accept.status(), null, lines);
    } else if (outcome instanceof IsoOutcome.PayUnlisted pay) {
      return report(report, ReportedFileState.REST_PAID, pay.status(), null, lines);
    } else if (outcome instanceof IsoOutcome.AcceptedInDoubt doubt) {
      return report(report, ReportedFileState.REST_ACCEPTED_WITH_CASE, doubt.status(), doubt.evidence(), lines);
    } else if (outcome instanceof IsoOutcome.GroupOther other) {
      String code = other.reasonCode() == null ? other.status() : other.reasonCode();
      return report(report, ReportedFileState.ONLY_A_CASE, code, other.evidence(), lines);
    }
    return report(report, ReportedFileState.NOTHING, "", null, lines);
  }

  private static InboundMessage report(StatusReport report, ReportedFileState reported, String code, @Nullable String text,
      IsoLines lines) {
    return new InboundMessage.StatusReport(report.seq(), reported, code, text, report.sizes(), report.reportedAt(), lines.notices());
  }
}
