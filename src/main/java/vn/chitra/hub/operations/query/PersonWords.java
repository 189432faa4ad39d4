package vn.chitra.hub.operations.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.chitra.hub.support.NameFolding;

/**
 * Understands a person from words in any order: {@code nguyen van an 1950 xa van phu}. Words are folded; four digits are a year of birth,
 * a known commune anywhere in the text is the commune, and the rest is the name. Where the words of a commune may also belong to a name,
 * each understanding is given.
 */
final class PersonWords {

  /** Most understandings of one text, those with the longer name of a commune first. */
  static final int MOST = 6;
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
  private static final List<List<String>> KINDS = List.of(List.of("XA"), List.of("PHUONG"), List.of("THI", "TRAN"), List.of("DAC", "KHU"));

  private PersonWords() {}

  /**
   * One understanding.
   *
   * @param communes codes; empty means every commune
   * @param commune folded, empty without one
   * @param names folded parts, each of which stands in the name as whole words
   */
  record Person(Set<String> communes, String commune, List<String> names, Optional<String> year) {

    /** A name alone would read the payouts of the whole province. */
    boolean isEnough() {
      return communes.isEmpty() ? year.isPresent() && !names.isEmpty() : year.isPresent() || !names.isEmpty();
    }
  }

  /**
   * The old form: commune, name and year of birth between commas, the commune first.
   *
   * @param communes codes by folded name without its kind
   */
  static Optional<Person> separated(String text, Map<String, Set<String>> communes) {
    String[] parts = Arrays.stream(text.split(",")).map(NameFolding::fold).filter(part -> !part.isEmpty()).toArray(String[]::new);
    if (parts.length < 2) {
      return Optional.empty();
    }
    List<String> words = List.of(parts[0].split(" "));
    String commune = String.join(" ", words.subList(kindAt(words, 0), words.size()));
    Optional<String> year = Arrays.stream(parts).skip(1).filter(part -> YEAR.matcher(part).matches()).findFirst();
    List<String> name = Arrays.stream(parts).skip(1).filter(part -> !YEAR.matcher(part).matches()).limit(1).toList();
    return Optional.ofNullable(communes.get(commune)).map(codes -> new Person(codes, commune, name, year));
  }

  /** Every understanding of the words, the longest names of communes first; at most {@value #MOST}. */
  static List<Person> of(String text, Map<String, Set<String>> communes) {
    List<String> words = Arrays.stream(BETWEEN.split(NameFolding.fold(text))).filter(word -> !word.isEmpty()).toList();
    int year = IntStream.range(0, words.size()).filter(n -> YEAR.matcher(words.get(n)).matches()).findFirst().orElse(-1);
    List<Person> all = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        String name = String.join(" ", words.subList(from, to));
        if (communes.containsKey(name)) {
          int kind = kindBefore(words, from);
          all.add(person(words, communes.get(name), name, kind, to, year));
          if (kind < from) {   // the word before the commune may end a name
            all.add(person(words, communes.get(name), name, from, to, year));
          }
        }
      }
    }
    all.sort(Comparator.comparingInt((Person one) -> one.commune().length()).reversed());
    all.add(person(words, Set.of(), "", words.size(), words.size(), year));
    return all.stream().filter(Person::isEnough).limit(MOST).toList();
  }

  /** The words without those of the commune and without the year, which both end a part of the name. */
  private static Person person(List<String> words, Set<String> codes, String commune, int from, int to, int year) {
    List<String> names = new ArrayList<>();
    List<String> part = new ArrayList<>();
    for (int n = 0; n <= words.size(); n++) {
      if (n == words.size() || n == year || n >= from && n < to) {
        if (!part.isEmpty()) {
          names.add(String.join(" ", part));
        }
        part.clear();
      } else {
        part.add(words.get(n));
      }
    }
    return new Person(codes, commune, List.copyOf(names), year < 0 ? Optional.empty() : Optional.of(words.get(year)));
  }

  /** Where the kind of commune before that word begins; that word's own place without one. */
  private static int kindBefore(List<String> words, int word) {
    return KINDS.stream().filter(kind -> word >= kind.size() && words.subList(word - kind.size(), word).equals(kind))
        .findFirst().map(kind -> word - kind.size()).orElse(word);
  }

  /** Where the word behind a kind of commune stands. */
  private static int kindAt(List<String> words, int word) {
    return KINDS.stream().filter(kind -> words.size() > word + kind.size() && words.subList(word, word + kind.size()).equals(kind))
        .findFirst().map(kind -> word + kind.size()).orElse(word);
  }
}
