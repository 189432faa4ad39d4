package vn.chitra.hub.partner;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of other modules that code tables may use; given from outside, because this module knows none of theirs.
 *
 * @param words the hub's words for what a partner says of a payment
 * @param caseKinds kinds of cases
 */
public record Vocabulary(Set<String> words, Set<String> caseKinds) {

  public Vocabulary {
    words = Set.copyOf(words);
    caseKinds = Set.copyOf(caseKinds);
  }

  public static Vocabulary of(Class<? extends Enum<?>> words, Class<? extends Enum<?>> caseKinds) {
    return new Vocabulary(names(words), names(caseKinds));
  }

  private static Set<String> names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
  }
}
