package vn.chitra.hub.channel.bankfixed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.channel.bankfile.FieldCheck;
import vn.chitra.hub.channel.bankfile.FileParseException;
import vn.chitra.hub.channel.bankfile.FileTail;
import vn.chitra.hub.channel.bankfile.InboundName;
import vn.chitra.hub.channel.bankfile.LineTally;
import vn.chitra.hub.channel.bankfile.ResultLines;
import vn.chitra.hub.channel.bankfixed.camel.FixedLayout;
import vn.chitra.hub.channel.bankfixed.camel.FixedResultHeader;
import vn.chitra.hub.channel.bankfixed.camel.FixedResultLine;
import vn.chitra.hub.channel.bankfixed.camel.FixedResultTrailer;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/** Parses {@code <sender>.R<seq>.<part>}: one part of a {@code bank-fixed} partner's results for one payment file (contract §2). */
public final class BankFixedResultParser implements NamedFileParser {

  private static final Pattern NAME = Pattern.compile("(?<sender>.+)\\.R(?<seq>\\d{6})\\.(?<part>\\d{2})");

  private final FixedLayout<FixedResultHeader> headerLayout = new FixedLayout<>(FixedResultHeader.class);
  private final FixedLayout<FixedResultLine> lineLayout = new FixedLayout<>(FixedResultLine.class);
  private final FixedLayout<FixedResultTrailer> trailerLayout = new FixedLayout<>(FixedResultTrailer.class);
  private final ResultLines results;

  public BankFixedResultParser(StateOfCode codes) {
    results = new ResultLines(codes);
  }

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.kind() == PartnerKind.BANK_FIXED && NAME.matcher(fileName).matches();
  }

  @Override
  public boolean endsShort(Path bytes) throws IOException {
    return !FileTail.endsWithLine(bytes, "9", ' ');
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<ReportedStatus> statuses)
      throws IOException {
    try (FixedRecords records = new FixedRecords(bytes)) {
      InboundMessage part = header(records, InboundName.read(NAME, fileName, partner), partner);
      LineTally tally = new LineTally();
      while (records.nextIs('6')) {
        FixedResultLine line = records.as(lineLayout);
        records.demandBlank(line.blank());
        ReportedStatus one = results.status(partner, records.judge(), line, tally);
        statuses.accept(one);
      }
      trailer(records, tally);
      return new ParseResult.Understood(part);
    } catch (FileParseException e) {
      return e.parsed();
    }
  }

  private InboundMessage header(FixedRecords records, InboundName name, PartnerProfile partner) throws IOException, FileParseException {
    records.demandNext('1');
    FixedResultHeader header = records.as(headerLayout);
    FieldCheck judge = records.judge();
    InboundName.demandOurs(partner, header.sender(), judge.line());
    judge.sameAsName("seq", judge.number("seq", header.seq(), 1, 999_999), name.seq());
    judge.sameAsName("part", judge.number("part", header.part(), 1, 99), name.part());
    boolean lastPart = judge.oneOf("lastPart", header.lastPart(), List.of("Y", "N")).equals("Y");
    records.demandBlank(header.blank());
    return new InboundMessage.ResultPart(name.seq(), name.part(), lastPart, null);
  }

  private void trailer(FixedRecords records, LineTally tally) throws IOException, FileParseException {
    records.demandAt('9');
    FixedResultTrailer trailer = records.as(trailerLayout);
    records.demandBlank(trailer.blank());
    records.demandWhole(records.judge().count("count", trailer.count()) == tally.count(), "count");
    records.demandWhole(tally.fits(records.judge().total("total", trailer.total())), "total");
    records.demandEnd();
  }
}
