package vn.chitra.hub.channel.bankfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.channel.bankfile.OpeningReply.Outcome;
import vn.chitra.hub.channel.bankfile.camel.CsvLayout;
import vn.chitra.hub.channel.bankfile.camel.CsvOpeningLine;
import vn.chitra.hub.channel.bankfile.camel.CsvOpeningTrailer;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * Parses {@code KQMTK_}: one part of a bank's answers to an account-opening file (contract §7). It checks every line and delivers none: the
 * file names no payment.
 */
public final class AccountOpeningParser implements NamedFileParser {

  private static final Pattern NAME = Pattern.compile("KQMTK_(?<sender>.+)_(?<date>\\d{8})_(?<seq>\\d{6})_(?<part>\\d{2})\\.csv");
  private static final Pattern REQUEST = Pattern.compile("[!-~]{1,64}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{6,19}");
  private static final Pattern STATED = Pattern.compile("(?s).*\\S.*");
  private static final CsvLayout<CsvOpeningLine> LINE = new CsvLayout<>(CsvOpeningLine.class);
  private static final CsvLayout<CsvOpeningTrailer> TRAILER = new CsvLayout<>(CsvOpeningTrailer.class);

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    boolean files = partner.kind() == PartnerKind.BANK_CSV || partner.kind() == PartnerKind.BANK_FIXED;
    return files && NAME.matcher(fileName).matches();
  }

  @Override
  public boolean endsShort(Path bytes) throws IOException {
    return !FileTail.endsWithLine(bytes, "T|", BarLines.SEPARATOR);
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<ReportedStatus> statuses)
      throws IOException {
    try {
      OpeningReply part = parse(partner, fileName, bytes);
      return new ParseResult.Understood(new InboundMessage.AccountOpeningPart(part.seq(), part.part(), part.lastPart()));
    } catch (FileParseException e) {
      return e.parsed();
    }
  }

  /**
   * Parses a part that was accepted on arrival.
   *
   * @throws IOException when the bytes cannot be read
   * @throws IllegalArgumentException when they are no such part
   */
  public static OpeningReply readAgain(PartnerProfile partner, String fileName, Path bytes) throws IOException {
    try {
      return parse(partner, fileName, bytes);
    } catch (FileParseException e) {
      throw new IllegalArgumentException("no part of an account-opening answer: " + e.parsed(), e);
    }
  }

  private static OpeningReply parse(PartnerProfile partner, String fileName, Path bytes) throws IOException, FileParseException {
    try (BarLines lines = new BarLines(bytes)) {
      PartHeader header = PartHeader.read(lines, InboundName.read(NAME, fileName, partner), partner);
      List<OpeningReply.Line> replies = new ArrayList<>();
      while (lines.nextIs("R")) {
        replies.add(line(lines.judge(), lines.as(LINE, CsvOpeningLine.FIELDS)));
      }
      lines.demandAt("T");
      CsvOpeningTrailer trailer = lines.as(TRAILER, CsvOpeningTrailer.FIELDS);
      lines.demandWhole(lines.judge().count("count", trailer.count()) == replies.size(), "count");
      lines.demandEnd();
      return new OpeningReply(header.seq(), header.part(), header.lastPart(), replies);
    }
  }

  private static OpeningReply.Line line(FieldCheck judge, CsvOpeningLine line) throws FileParseException {
    String id = judge.matching("requestId", line.requestId(), REQUEST);
    Outcome outcome = Outcome.valueOf(judge.oneOf("status", line.status(), List.of("OPENED", "REFUSED", "WAITING")));
    boolean refused = outcome == Outcome.REFUSED;
    judge.demand(refused != line.code().isBlank(), "code", refused ? "Từ chối mà không nêu mã" : "Mã không thuộc dòng này");
    if (outcome == Outcome.OPENED) {
      return new OpeningReply.Line(judge.line(), id, outcome, judge.matching("account", line.account(), ACCOUNT),
          judge.matching("accountName", PartnerText.blanked(line.accountName()), STATED), judge.date("date", line.date()), null);
    }
    judge.demand(line.account().isEmpty(), "account", "Chưa mở mà có số tài khoản");
    String code = refused ? judge.matching("code", PartnerText.blanked(line.code()), STATED) : null;
    return new OpeningReply.Line(judge.line(), id, outcome, null, null, null, code);
  }
}
