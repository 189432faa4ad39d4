package vn.chitra.hub.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The terms of a bank's ISO 20022 messages, for encryption and parsing: the section {@code iso} of its profile.
 *
 * @param keys name of the OpenPGP keys in the settings ({@code hub.pgp.<keys>.*})
 * @param parseRules the meaning of the bank's codes where it differs from contract §3.4 to §3.7, by the rule's name
 */
public record IsoTerms(String keys, Map<String, List<String>> parseRules) {

  static final String PAID_ON = "paid-on";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
  /** The statuses that may prove a payment; any other leaves it open. */
  private static final Pattern PROOF = Pattern.compile("ACCC|ACSC|camt\\.054-BOOK");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,4}");
  private static final List<String> LISTS = List.of("accepted", "accepted-with-case", "only-rejected-listed", "final-only-by-camt",
      "file-refused", "waiting-funds", "duplicate-stands", "look-alike", "held-for-funds", "deceased", "known-reasons", "fee-families");

  public IsoTerms {
    parseRules = Map.copyOf(parseRules);
  }

  static IsoTerms read(YamlSection yaml) {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    String keys = yaml.text("keys", NAME);
    rules.put(PAID_ON, List.copyOf(yaml.values(PAID_ON, text -> matching(PROOF, text), "ACCC, ACSC hoặc camt.054-BOOK")));
    for (String list : LISTS) {
      if (yaml.has(list)) {
        rules.put(list, List.copyOf(yaml.values(list, text -> matching(CODE, text), "mã ISO, 2–4 chữ hoa hoặc số")));
      }
    }
    yaml.noOtherKeys();
    return new IsoTerms(keys, rules);
  }

  private static String matching(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
