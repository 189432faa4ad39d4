package vn.chitra.hub.channel.bankcsv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.channel.bankcsv.camel.CsvResultLine;
import vn.chitra.hub.channel.bankcsv.camel.CsvResultTrailer;
import vn.chitra.hub.channel.bankfile.BarLines;
import vn.chitra.hub.channel.bankfile.FileParseException;
import vn.chitra.hub.channel.bankfile.FileTail;
import vn.chitra.hub.channel.bankfile.InboundName;
import vn.chitra.hub.channel.bankfile.LineTally;
import vn.chitra.hub.channel.bankfile.PartHeader;
import vn.chitra.hub.channel.bankfile.ResultLines;
import vn.chitra.hub.channel.bankfile.camel.CsvLayout;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/** Parses {@code KQ_}: one part of a {@code bank-csv} partner's results for one payment file (contract §1). */
public final class BankCsvResultParser implements NamedFileParser {

  private static final Pattern NAME = Pattern.compile("KQ_(?<sender>.+)_(?<date>\\d{8})_(?<seq>\\d{6})_(?<part>\\d{2})\\.csv");

  private final CsvLayout<CsvResultLine> lineLayout = new CsvLayout<>(CsvResultLine.class);
  private final CsvLayout<CsvResultTrailer> trailerLayout = new CsvLayout<>(CsvResultTrailer.class);
  private final ResultLines results;

  public BankCsvResultParser(StateOfCode codes) {
    results = new ResultLines(codes);
  }

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.kind() == PartnerKind.BANK_CSV && NAME.matcher(fileName).matches();
  }

  @Override
  public boolean endsShort(Path bytes) throws IOException {
    return !FileTail.endsWithLine(bytes, "T|", BarLines.SEPARATOR);
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<ReportedStatus> statuses)
      throws IOException {
    try (BarLines lines = new BarLines(bytes)) {
      PartHeader header = PartHeader.read(lines, InboundName.read(NAME, fileName, partner), partner);
      LineTally tally = new LineTally();
      while (lines.nextIs("R")) {
        ReportedStatus one = results.status(partner, lines.judge(), lines.as(lineLayout, CsvResultLine.FIELDS), tally);
        statuses.accept(one);
      }
      trailer(lines, tally);
      return new ParseResult.Understood(new InboundMessage.ResultPart(header.seq(), header.part(), header.lastPart(), header.date()));
    } catch (FileParseException e) {
      return e.parsed();
    }
  }

  private void trailer(BarLines lines, LineTally tally) throws IOException, FileParseException {
    lines.demandAt("T");
    CsvResultTrailer trailer = lines.as(trailerLayout, CsvResultTrailer.FIELDS);
    lines.demandWhole(lines.judge().count("count", trailer.count()) == tally.count(), "count");
    lines.demandWhole(tally.fits(lines.judge().total("total", trailer.total())), "total");
    lines.demandEnd();
  }
}
