package vn.chitra.hub.partner;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of other modules that code tables may use; passed in, because this module depends on none of them.
 *
 * @param words the hub's words for a reported payment status
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
