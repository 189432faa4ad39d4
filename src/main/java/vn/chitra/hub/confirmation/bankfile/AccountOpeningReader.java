package vn.chitra.hub.confirmation.bankfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.confirmation.Answer;
import vn.chitra.hub.confirmation.AnswerReader;
import vn.chitra.hub.confirmation.Reading;
import vn.chitra.hub.confirmation.SaidOfLeg;
import vn.chitra.hub.confirmation.bankfile.camel.CsvOpeningLine;
import vn.chitra.hub.confirmation.bankfile.camel.CsvOpeningTrailer;
import vn.chitra.hub.dispatch.bankfile.camel.CsvLayout;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Reads {@code KQMTK_}: one part of a bank's answers to an account-opening file (partner contracts, 7). Judges every line and hands
 * none on: no leg is named in it.
 */
public final class AccountOpeningReader implements AnswerReader {

  private static final Pattern NAME = Pattern.compile("KQMTK_(?<sender>.+)_(?<date>\\d{8})_(?<seq>\\d{6})_(?<part>\\d{2})\\.csv");
  private static final Pattern REQUEST = Pattern.compile("[!-~]{1,64}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{6,19}");
  private static final Pattern SAID = Pattern.compile(".*\\S.*");

  private final CsvLayout<CsvOpeningLine> lineLayout = new CsvLayout<>(CsvOpeningLine.class);
  private final CsvLayout<CsvOpeningTrailer> trailerLayout = new CsvLayout<>(CsvOpeningTrailer.class);

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    boolean files = partner.kind() == PartnerKind.BANK_CSV || partner.kind() == PartnerKind.BANK_FIXED;
    return files && NAME.matcher(fileName).matches();
  }

  @Override
  public Reading read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<SaidOfLeg> said)
      throws IOException {
    try (BarLines lines = new BarLines(bytes)) {
      PartHeader header = PartHeader.read(lines, AnswerName.read(NAME, fileName, partner), partner);
      int count = 0;
      while (lines.nextIs("R")) {
        judge(lines.judge(), lines.as(lineLayout, CsvOpeningLine.FIELDS));
        count++;
      }
      lines.demandAt("T");
      CsvOpeningTrailer trailer = lines.as(trailerLayout, CsvOpeningTrailer.FIELDS);
      lines.demandWhole(lines.judge().total("count", trailer.count()) == count, "count");
      lines.demandEnd();
      return new Reading.Understood(new Answer.AccountOpeningPart(header.seq(), header.part(), header.lastPart()));
    } catch (Misread e) {
      return e.reading();
    }
  }

  private static void judge(LineJudge judge, CsvOpeningLine line) throws Misread {
    judge.matching("requestId", line.requestId(), REQUEST);
    boolean opened = judge.oneOf("status", line.status(), List.of("OPENED", "REFUSED", "WAITING")).equals("OPENED");
    if (opened) {
      judge.matching("account", line.account(), ACCOUNT);
      judge.matching("accountName", line.accountName(), SAID);
      judge.date("date", line.date());
    } else {
      judge.demand(line.account().isEmpty(), "account", "Chưa mở mà có số tài khoản");
    }
    boolean refused = line.status().equals("REFUSED");
    judge.demand(refused != line.code().isBlank(), "code", refused ? "Từ chối mà không nêu mã" : "Mã không thuộc dòng này");
  }
}
