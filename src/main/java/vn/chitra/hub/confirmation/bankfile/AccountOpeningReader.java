package vn.chitra.hub.confirmation.bankfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.confirmation.Answer;
import vn.chitra.hub.confirmation.AnswerReader;
import vn.chitra.hub.confirmation.Reading;
import vn.chitra.hub.confirmation.ReportedStatus;
import vn.chitra.hub.confirmation.bankfile.OpeningAnswer.Outcome;
import vn.chitra.hub.confirmation.bankfile.camel.CsvOpeningLine;
import vn.chitra.hub.confirmation.bankfile.camel.CsvOpeningTrailer;
import vn.chitra.hub.dispatch.bankfile.camel.CsvLayout;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Reads {@code KQMTK_}: one part of a bank's answers to an account-opening file (partner contracts, 7). Judges every line and hands
 * none on: no payment is named in it.
 */
public final class AccountOpeningReader implements AnswerReader {

  private static final Pattern NAME = Pattern.compile("KQMTK_(?<sender>.+)_(?<date>\\d{8})_(?<seq>\\d{6})_(?<part>\\d{2})\\.csv");
  private static final Pattern REQUEST = Pattern.compile("[!-~]{1,64}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{6,19}");
  private static final Pattern STATED = Pattern.compile("[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*");
  private static final Pattern CODE = Pattern.compile("[^\\p{Cntrl}]+");
  private static final CsvLayout<CsvOpeningLine> LINE = new CsvLayout<>(CsvOpeningLine.class);
  private static final CsvLayout<CsvOpeningTrailer> TRAILER = new CsvLayout<>(CsvOpeningTrailer.class);

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    boolean files = partner.kind() == PartnerKind.BANK_CSV || partner.kind() == PartnerKind.BANK_FIXED;
    return files && NAME.matcher(fileName).matches();
  }

  @Override
  public Reading read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<ReportedStatus> statuses)
      throws IOException {
    try {
      OpeningAnswer part = parse(partner, fileName, bytes);
      return new Reading.Understood(new Answer.AccountOpeningPart(part.seq(), part.part(), part.lastPart()));
    } catch (Misread e) {
      return e.reading();
    }
  }

  /**
   * Reads a part that was understood when it came in.
   *
   * @throws IOException when the bytes cannot be read
   * @throws IllegalArgumentException when they are no such part
   */
  public static OpeningAnswer readAgain(PartnerProfile partner, String fileName, Path bytes) throws IOException {
    try {
      return parse(partner, fileName, bytes);
    } catch (Misread e) {
      throw new IllegalArgumentException("no part of an account-opening answer: " + e.reading(), e);
    }
  }

  private static OpeningAnswer parse(PartnerProfile partner, String fileName, Path bytes) throws IOException, Misread {
    try (BarLines lines = new BarLines(bytes)) {
      PartHeader header = PartHeader.read(lines, AnswerName.read(NAME, fileName, partner), partner);
      List<OpeningAnswer.Line> answers = new ArrayList<>();
      while (lines.nextIs("R")) {
        answers.add(line(lines.judge(), lines.as(LINE, CsvOpeningLine.FIELDS)));
      }
      lines.demandAt("T");
      CsvOpeningTrailer trailer = lines.as(TRAILER, CsvOpeningTrailer.FIELDS);
      lines.demandWhole(lines.judge().total("count", trailer.count()) == answers.size(), "count");
      lines.demandEnd();
      return new OpeningAnswer(header.seq(), header.part(), header.lastPart(), answers);
    }
  }

  private static OpeningAnswer.Line line(LineJudge judge, CsvOpeningLine line) throws Misread {
    String id = judge.matching("requestId", line.requestId(), REQUEST);
    Outcome outcome = Outcome.valueOf(judge.oneOf("status", line.status(), List.of("OPENED", "REFUSED", "WAITING")));
    boolean refused = outcome == Outcome.REFUSED;
    judge.demand(refused != line.code().isBlank(), "code", refused ? "Từ chối mà không nêu mã" : "Mã không thuộc dòng này");
    if (outcome == Outcome.OPENED) {
      return new OpeningAnswer.Line(judge.line(), id, outcome, judge.matching("account", line.account(), ACCOUNT),
          judge.matching("accountName", line.accountName(), STATED), judge.date("date", line.date()), null);
    }
    judge.demand(line.account().isEmpty(), "account", "Chưa mở mà có số tài khoản");
    String code = refused ? judge.matching("code", line.code().strip(), CODE) : null;
    return new OpeningAnswer.Line(judge.line(), id, outcome, null, null, null, code);
  }
}
