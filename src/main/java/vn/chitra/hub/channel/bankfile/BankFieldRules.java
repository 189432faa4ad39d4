package vn.chitra.hub.channel.bankfile;

import java.util.regex.Pattern;
import vn.chitra.hub.support.EndToEndId;

/** The rules of the contracts for the fields of one payment in a bank file or bulk, checked on the text in the file. */
public final class BankFieldRules {

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{6,19}");
  /** Printable ASCII without lower case and without the separator. */
  private static final Pattern NAME = Pattern.compile("[\\x20-\\x60\\x7b\\x7d\\x7e]{1,50}");
  private static final Pattern BIN = Pattern.compile("[0-9]{6}");
  private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,14}");
  private static final Pattern REMARK = Pattern.compile("[\\x20-\\x7b\\x7d\\x7e]{0,25}");

  private BankFieldRules() {}

  public static void judge(FileComplaints complaints, int line, String id, String account, String name, String bin, String amount,
      String remark) {
    complaints.unless(EndToEndId.isValid(id), line, "endToEndId", "không phải mã chi trả");
    complaints.unless(ACCOUNT.matcher(account).matches(), line, "creditAccount", "không phải 6 đến 19 chữ số");
    complaints.unless(NAME.matcher(name).matches() && !name.isBlank(), line, "creditName", "không phải chữ hoa ASCII, tối đa 50");
    complaints.unless(BIN.matcher(bin).matches(), line, "creditBankBin", "không phải 6 chữ số");
    complaints.unless(AMOUNT.matcher(amount).matches(), line, "amount", "không phải số đồng lớn hơn 0");
    complaints.unless(REMARK.matcher(remark).matches(), line, "remark", "không phải ASCII, tối đa 25");
  }
}
