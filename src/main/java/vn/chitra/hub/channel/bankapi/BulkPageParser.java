package vn.chitra.hub.channel.bankapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/** Parses one page of a bulk's results (contract §4); a transfer that no page lists is in progress. */
public final class BulkPageParser implements NamedFileParser {

  private static final int MOST_RESULTS = 500;
  private static final Pattern STATUS = Pattern.compile("RECEIVED|PROCESSING|DONE");
  private static final Pattern CURSOR = Pattern.compile("[\\x21-\\x7e]{1,512}");

  private final TransferResult results;

  public BulkPageParser(StateOfCode codes) {
    results = new TransferResult(codes);
  }

  /** @param nextCursor null on the last page */
  record Head(boolean done, @Nullable String nextCursor) {}

  /** The paging data of a page. A response that is no page ends the paging, and its parsing opens a case. */
  static Head head(byte[] bytes) throws IOException {
    try {
      Json page = Json.read(new ByteArrayInputStream(bytes));
      return new Head(page.text("status", STATUS).equals("DONE"), page.optional("nextCursor", CURSOR));
    } catch (ApiParseException e) {
      return new Head(false, null);
    }
  }

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.kind() == PartnerKind.BANK_API && PageName.read(fileName).isPresent();
  }

  @Override
  public boolean nameIsPartOfContent() {
    return true;
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes,
      Consumer<ReportedStatus> lines) throws IOException {
    PageName name = PageName.read(fileName).orElseThrow();
    OptionalInt seq = BulkName.seq(partner.sender(), name.clientBulkId());
    if (seq.isEmpty()) {
      return new ParseResult.NotUnderstood(Problem.FOREIGN, 0, "clientBulkId", "Lô của đơn vị khác");
    }
    try {
      Json page = Json.read(bytes);
      page.text("status", STATUS);
      page.demandDong();
      List<Json> stated = page.list("results");
      page.demand(stated.size() <= MOST_RESULTS, "results", "Quá " + MOST_RESULTS + " kết quả một trang");
      for (Json result : stated) {
        lines.accept(results.status(partner, result));
      }
      return new ParseResult.Understood(new InboundMessage.BulkPage(seq.getAsInt(), name.closing()));
    } catch (ApiParseException e) {
      return e.parsed();
    }
  }
}
