package vn.chitra.hub.channel.bankapi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/** Parses an event (webhook) of a bank: one result of one transfer. */
public final class EventParser implements NamedFileParser {

  private static final Pattern NAME = Pattern.compile("EV_[0-9a-f]{32}\\.json");
  private static final Pattern EVENT_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final Pattern TYPE = Pattern.compile("transfer\\.updated");

  private final TransferResult results;

  public EventParser(StateOfCode codes) {
    results = new TransferResult(codes);
  }

  /** The archive name of an event: by its bytes, because it is not parsed yet. */
  public static String nameOf(String sha256) {
    return "EV_" + sha256.substring(0, 32) + ".json";
  }

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.kind() == PartnerKind.BANK_API && NAME.matcher(fileName).matches();
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes,
      Consumer<ReportedStatus> lines) throws IOException {
    try {
      Json event = Json.read(bytes);
      event.text("eventId", EVENT_ID);
      event.text("type", TYPE);
      lines.accept(results.status(partner, event.object("result")));
      return new ParseResult.Understood(new InboundMessage.BulkEvent());
    } catch (ApiParseException e) {
      return e.parsed();
    }
  }
}
