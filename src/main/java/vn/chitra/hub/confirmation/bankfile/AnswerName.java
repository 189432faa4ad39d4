package vn.chitra.hub.confirmation.bankfile;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitra.hub.confirmation.Reading.Problem;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * What the name of an answer says, by named groups of its form: {@code sender} always, {@code date}, {@code seq} and {@code part}
 * where the form has them.
 */
final class AnswerName {

  private static final int MOST_SEQ = 999_999;
  private static final int MOST_PART = 99;

  private final Matcher groups;

  private AnswerName(Matcher groups) {
    this.groups = groups;
  }

  /** @throws Misread when the name has another form, or names another sender */
  static AnswerName read(Pattern form, String fileName, PartnerProfile partner) throws Misread {
    Matcher groups = form.matcher(fileName);
    if (!groups.matches()) {
      throw new Misread(Problem.UNKNOWN_KIND, 0, "name", "Tên tệp không theo hợp đồng");
    }
    demandOurs(partner, groups.group("sender"), 0);
    return new AnswerName(groups);
  }

  static void demandOurs(PartnerProfile partner, String sender, int line) throws Misread {
    if (!sender.equals(partner.sender())) {
      throw new Misread(Problem.FOREIGN, line, "sender", "Tệp gửi cho đơn vị khác");
    }
  }

  int seq() throws Misread {
    return new LineJudge(0).number("seq", groups.group("seq"), 1, MOST_SEQ);
  }

  int part() throws Misread {
    return new LineJudge(0).number("part", groups.group("part"), 1, MOST_PART);
  }

  LocalDate date() throws Misread {
    return new LineJudge(0).date("date", groups.group("date"));
  }

  String group(String name) {
    return groups.group(name);
  }
}
