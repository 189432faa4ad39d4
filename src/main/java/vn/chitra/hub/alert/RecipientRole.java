package vn.chitra.hub.alert;

import java.util.Arrays;
import java.util.Locale;

/** The recipient roles: each is a desk with its own list of addresses. */
public enum RecipientRole {
  /** Watches files, lists and answers. */
  OPERATOR,
  /** Answers for the money, and approves. */
  ACCOUNTANT,
  /** Keeps the hub itself running. */
  ENGINEER;

  /** The name in settings and mappings. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @throws IllegalArgumentException for a word that is no role */
  static RecipientRole labelled(String text) {
    return Arrays.stream(values()).filter(role -> role.label().equals(text)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }
}
