package vn.chitra.hub.channel.bankapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.bankfile.PartnerText;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;
import vn.chitra.hub.support.EndToEndId;

/**
 * Parses a bank's client error about our POST. The answer always belongs to the bulk: an answer that is no JSON, or has no code of the
 * contract, is an answer without a code.
 */
public final class BulkReplyParser implements NamedFileParser {

  private static final Pattern CODE = Pattern.compile("F2|F3|KEY|ID");

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.kind() == PartnerKind.BANK_API && ReplyName.read(fileName).isPresent();
  }

  @Override
  public boolean nameIsPartOfContent() {
    return true;
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes,
      Consumer<ReportedStatus> lines) throws IOException {
    ReplyName name = ReplyName.read(fileName).orElseThrow();
    OptionalInt seq = BulkName.seq(partner.sender(), name.clientBulkId());
    if (seq.isEmpty()) {
      return new ParseResult.NotUnderstood(Problem.FOREIGN, 0, "clientBulkId", "Lô của đơn vị khác");
    }
    try {
      Json stated = Json.read(bytes);
      String code = stated.node().path("code").asText("");
      String text = PartnerText.of(stated.node().path("text").asText(""));
      return reply(seq.getAsInt(), name, CODE.matcher(code).matches() ? code : null, ids(stated.node().path("endToEndIds")), text);
    } catch (ApiParseException e) {
      return reply(seq.getAsInt(), name, null, List.of(), null);
    }
  }

  private static ParseResult reply(int seq, ReplyName name, @Nullable String code, List<String> ids, @Nullable String text) {
    return new ParseResult.Understood(new InboundMessage.BulkReply(seq, name.status(), code, ids, text));
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.forEach(one -> {
      if (EndToEndId.isValid(one.asText())) {
        ids.add(one.asText());
      }
    });
    return ids;
  }
}
