package vn.chitra.hub.payroll;

import java.util.Locale;
import vn.chitra.hub.support.Word;

/** A kind of difference between a payroll and the month before; the name is the hold reason of payouts that are held for it. */
public enum FindingKind {
  NEW_PAYEE("người nhận mới", "new payee"),
  GONE_PAYEE("người nhận không còn", "payee no longer there"),
  AMOUNT_CHANGED("số tiền thay đổi nhiều", "amount much different"),
  SHARED_ACCOUNT("một tài khoản của nhiều người nhận", "one account of several payees"),
  CHANGED_TO_ONE_ACCOUNT("nhiều người nhận cùng đổi sang một tài khoản", "several payees changed to one account"),
  PAYEE_AND_ACCOUNT_CHANGED("đổi cả người nhận lẫn tài khoản", "payee and account both changed"),
  CHANNEL_CHANGED("đổi kênh chi", "channel changed");

  private final Word word;

  FindingKind(String vietnamese, String english) {
    this.word = new Word(vietnamese, english);
  }

  /** Its name on pages and in the workbook. */
  public Word word() {
    return word;
  }

  /** As the policy file names it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a line of the payroll carries it, so that its payout can be held. */
  boolean isOfALine() {
    return this != GONE_PAYEE;
  }
}
