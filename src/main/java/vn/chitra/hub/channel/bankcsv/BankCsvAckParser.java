package vn.chitra.hub.channel.bankcsv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.channel.bankcsv.camel.CsvAck;
import vn.chitra.hub.channel.bankfile.BarLines;
import vn.chitra.hub.channel.bankfile.FieldCheck;
import vn.chitra.hub.channel.bankfile.FileParseException;
import vn.chitra.hub.channel.bankfile.InboundName;
import vn.chitra.hub.channel.bankfile.PartnerText;
import vn.chitra.hub.channel.bankfile.camel.CsvLayout;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.InboundMessage.FileKind;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * Parses {@code ACK_}: a bank's acknowledgement of one payment file of ours ({@code bank-csv}) or one account-opening file (any bank with
 * files; contract §1 and §7). ACCEPTED with F2 to F4, or REFUSED with 00, contradicts itself and is malformed.
 */
public final class BankCsvAckParser implements NamedFileParser {

  private static final Pattern NAME =
      Pattern.compile("ACK_(?<ours>(?<kind>CT|MTK)_(?<sender>.+)_(?<date>\\d{8})_(?<seq>\\d{6})\\.csv)_(?<part>\\d{2})");
  private static final Pattern OPENING_NAME = Pattern.compile("ACK_MTK_.*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final CsvLayout<CsvAck> layout = new CsvLayout<>(CsvAck.class);

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    boolean files = partner.kind() == PartnerKind.BANK_CSV
        || partner.kind() == PartnerKind.BANK_FIXED && OPENING_NAME.matcher(fileName).matches();
    return files && NAME.matcher(fileName).matches();
  }

  @Override
  public boolean nameIsPartOfContent() {
    return true;
  }

  @Override
  public boolean nameSpeaks(PartnerProfile partner, String fileName) {
    return InboundName.isOurs(NAME, fileName, partner);
  }

  /** Its one record may lack the line end, so its fields count. */
  @Override
  public boolean endsShort(Path bytes) throws IOException {
    try (BarLines lines = BarLines.ofOneRecord(bytes)) {
      return lines.isShorterThan(CsvAck.FIELDS);
    }
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<ReportedStatus> statuses)
      throws IOException {
    try (BarLines lines = BarLines.ofOneRecord(bytes)) {
      InboundName name = InboundName.read(NAME, fileName, partner);
      lines.demandNext("A");
      InboundMessage acknowledgement = acknowledgement(name, lines.judge(), lines.as(layout, CsvAck.FIELDS));
      lines.demandEnd();
      return new ParseResult.Understood(acknowledgement);
    } catch (FileParseException e) {
      return e.parsed();
    }
  }

  private static InboundMessage acknowledgement(InboundName name, FieldCheck judge, CsvAck ack) throws FileParseException {
    name.date();
    name.part();
    judge.demand(ack.ourFileName().equals(name.group("ours")), "ourFileName", "Nội dung khác với tên tệp");
    String sha256 = judge.matching("sha256", ack.sha256(), SHA256).toLowerCase(Locale.ROOT);
    boolean accepted = judge.oneOf("decision", ack.decision(), List.of("ACCEPTED", "REFUSED")).equals("ACCEPTED");
    List<String> allowed = accepted ? List.of("00", "F1") : List.of("F1", "F2", "F3", "F4");
    String code = judge.oneOf("code", ack.code(), allowed);
    FileKind kind = name.group("kind").equals("CT") ? FileKind.PAYMENT : FileKind.ACCOUNT_OPENING;
    return new InboundMessage.FileAcknowledgement(kind, name.seq(), ack.ourFileName(), sha256, accepted, code, PartnerText.of(ack.text()));
  }
}
