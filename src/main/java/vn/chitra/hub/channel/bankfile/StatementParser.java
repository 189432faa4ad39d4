package vn.chitra.hub.channel.bankfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;
import vn.chitra.hub.reconciliation.statement.Statement;

/**
 * Parses {@code SK_}: a daily statement of the funding account (contract §1), complete and balanced. {@link StatementFile} parses it again
 * when the statements are matched. A statement of another account is FOREIGN. It delivers no lines: a statement entry is no payment status.
 */
public final class StatementParser implements NamedFileParser {

  private static final Pattern NAME = Pattern.compile("SK_(?<sender>.+)_(?<date>\\d{8})\\.csv");

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
      InboundName name = InboundName.read(NAME, fileName, partner);
      Statement statement = StatementFile.parse(bytes);
      String ours = partner.fundingAccount();
      if (ours != null && !ours.equals(statement.account())) {
        throw new FileParseException(Problem.FOREIGN, 1, "account", "Sổ phụ của tài khoản khác");
      }
      new FieldCheck(1).demand(statement.date().equals(name.date()), "date", "Nội dung khác với tên tệp");
      return new ParseResult.Understood(new InboundMessage.StatementReceived(statement.date()));
    } catch (FileParseException e) {
      return e.parsed();
    }
  }
}
