package vn.chitra.hub.inbound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.iso20022.IsoLine;
import vn.chitra.hub.channel.iso20022.IsoOutcome.AcceptUnlisted;
import vn.chitra.hub.channel.iso20022.IsoOutcome.GroupRefused;
import vn.chitra.hub.channel.iso20022.IsoParseResult.NotificationRead;
import vn.chitra.hub.channel.iso20022.IsoParseResult.StatementsRead;
import vn.chitra.hub.channel.iso20022.IsoParseResult.StatusRead;
import vn.chitra.hub.channel.iso20022.IsoStatement;
import vn.chitra.hub.channel.iso20022.StatementEntry;
import vn.chitra.hub.channel.iso20022.StatusReport;
import vn.chitra.hub.inbound.InboundMessage.AccountOpeningPart;
import vn.chitra.hub.inbound.InboundMessage.BulkEvent;
import vn.chitra.hub.inbound.InboundMessage.BulkPage;
import vn.chitra.hub.inbound.InboundMessage.BulkReply;
import vn.chitra.hub.inbound.InboundMessage.FileAcknowledgement;
import vn.chitra.hub.inbound.InboundMessage.ListReport;
import vn.chitra.hub.inbound.InboundMessage.ResultPart;
import vn.chitra.hub.inbound.InboundMessage.StatementReceived;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Understood;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * The expected result of a golden inbound file, as JSON: one object a line, in the field's words, without absent values. It does not change
 * when a Java type is renamed. Amounts in dong, days as ISO 8601.
 */
public final class GoldenText {

  private GoldenText() {}

  /** One object, without a line end. */
  public static String of(Object parsed) {
    return json(parsed).toString();
  }

  private static ObjectNode json(Object parsed) {
    if (parsed instanceof Understood understood) {
      return json(understood.message());
    } else if (parsed instanceof NotUnderstood why) {
      return object("refused", "problem", why.problem(), "line", why.line(), "field", why.field(), "reason", why.reason());
    } else if (parsed instanceof ReportedStatus line) {
      return object("status", "line", line.lineNo(), "endToEndId", line.endToEndId(), "amountVnd", line.amountVnd(), "status",
          line.reported(),
          "code", line.code(), "text", line.text(), "reference", line.partnerRef(), "date", line.happenedOn(), "receivedBy",
              line.receivedBy());
    } else if (parsed instanceof IsoLine line) {
      return object("status", "line", line.no(), "endToEndId", line.endToEndId(), "amountVnd", line.amountVnd(), "status", line.reported(),
          "code", line.code(), "text", line.text(), "reference", line.bankRef(), "date", line.happenedOn(), "case", line.attention(),
          "paymentInformationId", line.paymentInformationId());
    }
    return parsed instanceof InboundMessage message ? message(message) : iso(parsed);
  }

  private static ObjectNode message(InboundMessage message) {
    if (message instanceof FileAcknowledgement file) {
      return object("acknowledgement", "of", file.kind(), "number", file.seq(), "fileName", file.ourFileName(), "sha256", file.sha256(),
          "accepted", file.accepted(), "code", file.code(), "text", file.text());
    } else if (message instanceof ResultPart part) {
      return object("result part", "number", part.seq(), "part", part.part(), "last", part.lastPart(), "valueDate", part.valueDate());
    } else if (message instanceof BulkReply reply) {
      return object("bulk reply", "number", reply.seq(), "httpStatus", reply.status(), "code", reply.code(), "endToEndIds",
          reply.endToEndIds(), "text", reply.text());
    } else if (message instanceof BulkPage page) {
      return object("bulk page", "number", page.seq(), "closing", page.closing());
    } else if (message instanceof BulkEvent) {
      return object("transfer event");
    } else if (message instanceof ListReport list) {
      return object("list report", "folder", list.folder(), "programme", list.programme(), "period", list.period(), "number", list.seq(),
          "version", list.version(), "closing", list.closing(), "totalsFit", list.totalsFit(), "totalsComplaint", list.totalsComplaint(),
          "receivedVnd", list.receivedVnd(), "paidVnd", list.paidVnd(), "leftVnd", list.leftVnd());
    } else if (message instanceof AccountOpeningPart part) {
      return object("account opening part", "number", part.seq(), "part", part.part(), "last", part.lastPart());
    } else if (message instanceof StatementReceived statement) {
      return object("statement", "date", statement.date());
    }
    throw new IllegalArgumentException("no golden text of " + message);
  }

  private static ObjectNode iso(Object parsed) {
    if (parsed instanceof NotificationRead notification) {
      return object("camt.054", "entries", notification.entries(), "lines", notification.lines(), "unchanged", notification.unchanged(),
          "fundingVnd", notification.fundingVnd());
    } else if (parsed instanceof StatementsRead statements) {
      return object("camt.053", "statements", statements.statements());
    } else if (parsed instanceof IsoStatement day) {
      return object("statement", "account", day.account(), "date", day.date(), "openingVnd", day.openingVnd(), "closingVnd",
          day.closingVnd(), "entries", day.entries(), "debitsVnd", day.debitsVnd(), "creditsVnd", day.creditsVnd());
    } else if (parsed instanceof StatementEntry entry) {
      return object("entry", "line", entry.no(), "credit", entry.credit(), "amountVnd", entry.amountVnd(), "reference", entry.reference(),
          "paymentInformationId", entry.batchId(), "transactions", entry.batchCount(), "endToEndId", entry.endToEndId(), "returnReason",
          entry.returnReason(), "reversal", entry.reversal(), "bankReference", entry.bankRef(), "date", entry.bookedOn(), "text",
          entry.text(), "unstated", entry.unstated());
    } else if (parsed instanceof StatusRead status) {
      return object("pain.002", "report", status.report(), "outcome", status.outcome());
    } else if (parsed instanceof StatusReport report) {
      return object("report", "messageId", report.orgnlMsgId(), "number", report.seq(), "group", report.group(), "blocks", report.blocks(),
          "transactions", report.transactions(), "sizes", report.sizes().stream().sorted().toList(), "writtenAt", report.reportedAt());
    } else if (parsed instanceof StatusReport.Level level) {
      return object("level", "status", level.status(), "reasons", level.reasons());
    } else if (parsed instanceof StatusReport.Reason reason) {
      return object("reason", "code", reason.code(), "text", reason.text());
    } else if (parsed instanceof GroupRefused refused) {
      return object("file refused", "messageId", refused.orgnlMsgId(), "code", refused.reasonCode(), "text", refused.text());
    } else if (parsed instanceof AcceptUnlisted accepted) {
      return object("unlisted accepted", "messageId", accepted.orgnlMsgId(), "status", accepted.status(), "case", accepted.attention());
    }
    throw new IllegalArgumentException("no golden text of " + parsed);
  }

  private static ObjectNode object(String is, Object... fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("is", is);
    for (int i = 0; i < fields.length; i += 2) {
      put(object, (String) fields[i], fields[i + 1]);
    }
    return object;
  }

  private static void put(ObjectNode object, String name, @Nullable Object value) {
    if (value instanceof Integer || value instanceof Long) {
      object.put(name, ((Number) value).longValue());
    } else if (value instanceof Boolean flag) {
      object.put(name, flag);
    } else if (value instanceof Collection<?> many) {
      ArrayNode array = object.putArray(name);
      many.forEach(one -> {
        if (one instanceof String || one instanceof Number) {
          array.add(one.toString());
        } else {
          array.add(json(one));
        }
      });
    } else if (value instanceof Record nested) {
      object.set(name, json(nested));
    } else if (value != null) {
      object.put(name, value.toString());
    }
  }
}
