package vn.chitra.hub.payroll;

import java.util.Locale;

/** A kind of difference between a payroll and the month before; the name is the hold reason of payouts that are held for it. */
public enum FindingKind {
  NEW_PAYEE("người nhận mới"),
  GONE_PAYEE("người nhận không còn"),
  AMOUNT_CHANGED("số tiền thay đổi nhiều"),
  SHARED_ACCOUNT("một tài khoản của nhiều người nhận"),
  CHANGED_TO_ONE_ACCOUNT("nhiều người nhận cùng đổi sang một tài khoản"),
  PAYEE_AND_ACCOUNT_CHANGED("đổi cả người nhận lẫn tài khoản"),
  CHANNEL_CHANGED("đổi kênh chi");

  private final String title;

  FindingKind(String title) {
    this.title = title;
  }

  /** Vietnamese, for pages and reports. */
  public String title() {
    return title;
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
