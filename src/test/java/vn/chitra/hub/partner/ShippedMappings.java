package vn.chitra.hub.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.payout.Word;

/** The mapping data of this project, loaded as the hub loads them. */
final class ShippedMappings {

  static final Vocabulary VOCABULARY = Vocabulary.of(Word.class, CaseKind.class);
  private static final Mappings LOADED = load();

  private ShippedMappings() {}

  static Mappings loaded() {
    return LOADED;
  }

  private static Mappings load() {
    try {
      return Mappings.load("classpath:mappings/", VOCABULARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
