package vn.chitra.hub.channel.bankapi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
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
 * Parses a daily statement of a bank's API; it is parsed again when the statements are matched. A statement of another account is FOREIGN.
 * It delivers no lines: a statement entry is no payment status.
 */
public final class ApiStatementParser implements NamedFileParser {

  private static final Pattern NAME = Pattern.compile("SK_(\\d{4}-\\d{2}-\\d{2})\\.json");

  /** Under which name the statement of a day is archived. */
  static String nameOf(LocalDate day) {
    return "SK_" + day + ".json";
  }

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.kind() == PartnerKind.BANK_API && NAME.matcher(fileName).matches();
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes,
      Consumer<ReportedStatus> lines) throws IOException {
    Matcher name = NAME.matcher(fileName);
    try {
      Statement statement = JsonStatement.parse(bytes);
      String ours = partner.fundingAccount();
      if (ours != null && !ours.equals(statement.account())) {
        throw new ApiParseException(Problem.FOREIGN, 0, "account", "Sổ phụ của tài khoản khác");
      }
      if (!name.matches() || !name.group(1).equals(statement.date().toString())) {
        throw new ApiParseException(Problem.MALFORMED, 0, "date", "Không phải ngày đã hỏi");
      }
      return new ParseResult.Understood(new InboundMessage.StatementReceived(statement.date()));
    } catch (ApiParseException e) {
      return e.parsed();
    }
  }
}
