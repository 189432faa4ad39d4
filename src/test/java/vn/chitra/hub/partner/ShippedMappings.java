package vn.chitra.hub.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.payout.ReportedState;

/** The mapping data of this project, loaded as the hub loads them. */
public final class ShippedMappings {

  public static final Vocabulary VOCABULARY = Vocabulary.of(ReportedState.class, CaseKind.class);
  private static final Mappings LOADED = load();

  private ShippedMappings() {}

  public static Mappings loaded() {
    return LOADED;
  }

  /** The reported state of a code in the shipped tables. */
  public static StateOfCode states() {
    return (partner, code) -> LOADED.codes().named(partner.codes()).lookup(code).map(row -> ReportedState.valueOf(row.reported()))
        .orElse(ReportedState.UNKNOWN);
  }

  private static Mappings load() {
    try {
      return Mappings.load("classpath:mappings/", VOCABULARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
