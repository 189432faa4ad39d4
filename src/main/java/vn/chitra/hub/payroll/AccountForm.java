package vn.chitra.hub.payroll;

import java.util.Optional;
import java.util.regex.Pattern;

/** The rule for accounts: 6 to 19 digits, not the number of a card, and a name that a bank's file can carry. */
public final class AccountForm {

  private static final Pattern ACCOUNT = Pattern.compile("\\d{6,19}");
  private static final Pattern CARD = Pattern.compile("9704(\\d{12}|\\d{15})");

  private AccountForm() {}

  /** The reason why a bank cannot be told to pay to the account, in Vietnamese, or empty when it can. */
  public static Optional<String> flaw(String number, String name) {
    return isAccount(number) ? NameText.accountFlaw(name).map(flaw -> "tên trên tài khoản " + flaw)
        : Optional.of(isCard(number) ? "số tài khoản có dạng số thẻ" : "số tài khoản không phải là 6 đến 19 chữ số");
  }

  static boolean isAccount(String number) {
    return ACCOUNT.matcher(number).matches() && !isCard(number);
  }

  static boolean isCard(String number) {
    return CARD.matcher(number).matches();
  }
}
