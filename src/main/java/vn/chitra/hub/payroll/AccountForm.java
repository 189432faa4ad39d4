package vn.chitra.hub.payroll;

import java.util.regex.Pattern;

/** The rule for account numbers: 6 to 19 digits, and not the number of a card. */
public final class AccountForm {

  private static final Pattern ACCOUNT = Pattern.compile("\\d{6,19}");
  private static final Pattern CARD = Pattern.compile("9704(\\d{12}|\\d{15})");

  private AccountForm() {}

  public static boolean isAccount(String number) {
    return ACCOUNT.matcher(number).matches() && !isCard(number);
  }

  static boolean isCard(String number) {
    return CARD.matcher(number).matches();
  }
}
