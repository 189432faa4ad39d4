package vn.chitra.hub.channel.bankfile;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * The parts of an answer's file name, by named groups of its pattern: {@code sender} always, {@code date}, {@code seq} and {@code part}
 * where the pattern has them.
 */
public final class InboundName {

  private static final int MOST_SEQ = 999_999;
  private static final int MOST_PART = 99;

  private final Matcher groups;

  private InboundName(Matcher groups) {
    this.groups = groups;
  }

  /** @throws Misread when the name has another form, or names another sender */
  public static InboundName read(Pattern form, String fileName, PartnerProfile partner) throws FileParseException {
    Matcher groups = form.matcher(fileName);
    if (!groups.matches()) {
      throw new FileParseException(Problem.UNKNOWN_KIND, 0, "name", "Tên tệp không theo hợp đồng");
    }
    demandOurs(partner, groups.group("sender"), 0);
    return new InboundName(groups);
  }

  /** Whether the name has that form and names the partner's own sender. */
  public static boolean isOurs(Pattern form, String fileName, PartnerProfile partner) {
    Matcher groups = form.matcher(fileName);
    return groups.matches() && groups.group("sender").equals(partner.sender());
  }

  public static void demandOurs(PartnerProfile partner, String sender, int line) throws FileParseException {
    if (!sender.equals(partner.sender())) {
      throw new FileParseException(Problem.FOREIGN, line, "sender", "Tệp gửi cho đơn vị khác");
    }
  }

  public int seq() throws FileParseException {
    return new FieldCheck(0).number("seq", groups.group("seq"), 1, MOST_SEQ);
  }

  public int part() throws FileParseException {
    return new FieldCheck(0).number("part", groups.group("part"), 1, MOST_PART);
  }

  public LocalDate date() throws FileParseException {
    return new FieldCheck(0).date("date", groups.group("date"));
  }

  public String group(String name) {
    return groups.group(name);
  }
}
