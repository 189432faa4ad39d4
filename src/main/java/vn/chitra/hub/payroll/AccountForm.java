package vn.chitra.hub.payroll;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.chitra.hub.support.Word;

/** The rule for accounts: 6 to 19 digits, not the number of a card, and a name that a bank's file can carry. */
public final class AccountForm {

  private static final Pattern ACCOUNT = Pattern.compile("\\d{6,19}");
  private static final Pattern CARD = Pattern.compile("9704(\\d{12}|\\d{15})");

  private AccountForm() {}

  /** The reason why a bank cannot be told to pay to the account, or empty when it can. */
  public static Optional<Word> flaw(String number, String name) {
    return isAccount(number) ? NameText.accountFlaw(name).map(flaw -> new Word("tên trên tài khoản " + flaw,
            "the name of the account is empty, or a bank's file cannot carry it"))
        : Optional.of(isCard(number) ? new Word("số tài khoản có dạng số thẻ", "the account number looks like that of a card")
            : new Word("số tài khoản không phải là 6 đến 19 chữ số", "the account number has not 6 to 19 digits"));
  }

  static boolean isAccount(String number) {
    return ACCOUNT.matcher(number).matches() && !isCard(number);
  }

  static boolean isCard(String number) {
    return CARD.matcher(number).matches();
  }
}
