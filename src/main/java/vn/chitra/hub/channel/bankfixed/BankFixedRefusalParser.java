package vn.chitra.hub.channel.bankfixed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.channel.bankfile.FieldCheck;
import vn.chitra.hub.channel.bankfile.FileParseException;
import vn.chitra.hub.channel.bankfile.FileTail;
import vn.chitra.hub.channel.bankfile.InboundName;
import vn.chitra.hub.channel.bankfile.PartnerText;
import vn.chitra.hub.channel.bankfixed.camel.FixedLayout;
import vn.chitra.hub.channel.bankfixed.camel.FixedRefusal;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.InboundMessage.FileKind;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/** Parses {@code <sender>.X<seq>.<n>}: a {@code bank-fixed} partner's refusal of one payment file (contract §2). */
public final class BankFixedRefusalParser implements NamedFileParser {

  private static final Pattern NAME = Pattern.compile("(?<sender>.+)\\.X(?<seq>\\d{6})\\.(?<part>\\d{2})");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final FixedLayout<FixedRefusal> layout = new FixedLayout<>(FixedRefusal.class);

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.kind() == PartnerKind.BANK_FIXED && NAME.matcher(fileName).matches();
  }

  @Override
  public boolean nameIsPartOfContent() {
    return true;
  }

  @Override
  public boolean nameSpeaks(PartnerProfile partner, String fileName) {
    return InboundName.isOurs(NAME, fileName, partner);
  }

  @Override
  public boolean endsShort(Path bytes) throws IOException {
    return !FileTail.endsWithLine(bytes, "X", ' ');
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<ReportedStatus> statuses)
      throws IOException {
    try (FixedRecords records = new FixedRecords(bytes)) {
      InboundName name = InboundName.read(NAME, fileName, partner);
      name.part();
      records.demandNext('X');
      FixedRefusal refusal = records.as(layout);
      FieldCheck judge = records.judge();
      InboundName.demandOurs(partner, refusal.sender(), judge.line());
      judge.sameAsName("seq", judge.number("seq", refusal.seq(), 1, 999_999), name.seq());
      String code = judge.oneOf("code", refusal.code(), List.of("F1", "F2", "F3", "F4"));
      String sha256 = judge.matching("sha256", refusal.sha256(), SHA256).toLowerCase(Locale.ROOT);
      records.demandEnd();
      return new ParseResult.Understood(new InboundMessage.FileAcknowledgement(FileKind.PAYMENT, name.seq(), null, sha256, false, code,
          PartnerText.of(refusal.text())));
    } catch (FileParseException e) {
      return e.parsed();
    }
  }
}
