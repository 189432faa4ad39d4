package vn.chitra.hub.confirmation.bankfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.confirmation.Answer;
import vn.chitra.hub.confirmation.AnswerReader;
import vn.chitra.hub.confirmation.Reading;
import vn.chitra.hub.confirmation.ReportedStatus;
import vn.chitra.hub.confirmation.StateOfCode;
import vn.chitra.hub.confirmation.bankfile.camel.FixedResultHeader;
import vn.chitra.hub.confirmation.bankfile.camel.FixedResultLine;
import vn.chitra.hub.confirmation.bankfile.camel.FixedResultTrailer;
import vn.chitra.hub.dispatch.bankfile.camel.FixedLayout;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;

/** Reads {@code <sender>.R<seq>.<part>}: one part of a {@code bank-fixed} partner's results for one payment file (partner contracts, 2). */
public final class BankFixedResultReader implements AnswerReader {

  private static final Pattern NAME = Pattern.compile("(?<sender>.+)\\.R(?<seq>\\d{6})\\.(?<part>\\d{2})");

  private final FixedLayout<FixedResultHeader> headerLayout = new FixedLayout<>(FixedResultHeader.class);
  private final FixedLayout<FixedResultLine> lineLayout = new FixedLayout<>(FixedResultLine.class);
  private final FixedLayout<FixedResultTrailer> trailerLayout = new FixedLayout<>(FixedResultTrailer.class);
  private final ResultLines results;

  public BankFixedResultReader(StateOfCode codes) {
    results = new ResultLines(codes);
  }

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.kind() == PartnerKind.BANK_FIXED && NAME.matcher(fileName).matches();
  }

  @Override
  public Reading read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<ReportedStatus> statuses)
      throws IOException {
    try (FixedRecords records = new FixedRecords(bytes)) {
      Answer part = header(records, AnswerName.read(NAME, fileName, partner), partner);
      Tally tally = new Tally();
      while (records.nextIs('6')) {
        FixedResultLine line = records.as(lineLayout);
        records.demandBlank(line.blank());
        ReportedStatus one = results.status(partner, records.judge(), line);
        tally.add(Objects.requireNonNull(one.amountVnd()));
        statuses.accept(one);
      }
      trailer(records, tally);
      return new Reading.Understood(part);
    } catch (Misread e) {
      return e.reading();
    }
  }

  private Answer header(FixedRecords records, AnswerName name, PartnerProfile partner) throws IOException, Misread {
    records.demandNext('1');
    FixedResultHeader header = records.as(headerLayout);
    LineJudge judge = records.judge();
    AnswerName.demandOurs(partner, header.sender(), judge.line());
    judge.sameAsName("seq", judge.number("seq", header.seq(), 1, 999_999), name.seq());
    judge.sameAsName("part", judge.number("part", header.part(), 1, 99), name.part());
    boolean lastPart = judge.oneOf("lastPart", header.lastPart(), List.of("Y", "N")).equals("Y");
    records.demandBlank(header.blank());
    return new Answer.ResultPart(name.seq(), name.part(), lastPart, null);
  }

  private void trailer(FixedRecords records, Tally tally) throws IOException, Misread {
    records.demandAt('9');
    FixedResultTrailer trailer = records.as(trailerLayout);
    records.demandBlank(trailer.blank());
    records.demandWhole(records.judge().total("count", trailer.count()) == tally.count(), "count");
    records.demandWhole(records.judge().total("total", trailer.total()) == tally.total(), "total");
    records.demandEnd();
  }
}
