package vn.chitra.hub.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Searches a text for personal data of the welfare database; the text may contain none. */
final class PersonalWords {

  static final Pattern WORD = Pattern.compile("[0-9A-Za-z-]+");
  static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]+");

  private final JdbcTemplate welfare;

  PersonalWords(JdbcTemplate welfare) {
    this.welfare = welfare;
  }

  List<String> personalNumbersIn(String text) {
    return existing(NUMBER, text, values("""
        SELECT personal_no FROM welfare.beneficiary UNION SELECT payee_personal_no FROM welfare.entitlement
        UNION SELECT receiver_personal_no FROM welfare.authorisation UNION SELECT phone FROM welfare.beneficiary"""));
  }

  List<String> accountNumbersIn(String text) {
    return existing(NUMBER, text, values("SELECT account_no FROM welfare.payment_account"));
  }

  List<String> benefitCodesIn(String text) {
    return existing(WORD, text, values("SELECT benefit_code FROM welfare.entitlement"));
  }

  /** As people write them and as banks do. */
  List<String> namesIn(String text) {
    String folded = text.toUpperCase(Locale.ROOT);
    return values("""
        SELECT full_name FROM welfare.beneficiary UNION SELECT payee_name FROM welfare.entitlement
        UNION SELECT account_name FROM welfare.payment_account UNION SELECT receiver_name FROM welfare.authorisation""").stream()
        .filter(name -> folded.contains(name.toUpperCase(Locale.ROOT))).toList();
  }

  List<String> values(String sql) {
    return welfare.queryForList(sql, String.class).stream().flatMap(Stream::ofNullable).filter(value -> !value.isBlank()).toList();
  }

  /** As a word of its own: a hash may hold any digits inside. */
  static List<String> existing(Pattern word, String text, List<String> values) {
    Set<String> words = new HashSet<>(word.matcher(text).results().map(MatchResult::group).toList());
    return values.stream().filter(words::contains).toList();
  }
}
