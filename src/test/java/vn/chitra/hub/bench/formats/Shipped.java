package vn.chitra.hub.bench.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.confirmation.WordOfCode;
import vn.chitra.hub.confirmation.cash.CashAnswerMapping;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.Word;

/** The partners, codes and headings that the project ships, as the hub loads them. */
final class Shipped {

  private static final Mappings MAPPINGS = load();

  private Shipped() {}

  static PartnerProfile partner(PartnerKind kind) {
    return MAPPINGS.partners().ofKind(kind).get(0);
  }

  static WordOfCode words() {
    return (partner, code) -> MAPPINGS.codes().named(partner.codes()).lookup(code).map(row -> Word.valueOf(row.word()))
        .orElse(Word.UNKNOWN);
  }

  static CashAnswerMapping headings(String name) {
    try (InputStream yaml = MAPPINGS.open("headings/" + name + ".yaml")) {
      return CashAnswerMapping.read(yaml, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mappings load() {
    try {
      return Mappings.load("classpath:mappings/", Vocabulary.of(Word.class, CaseKind.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
