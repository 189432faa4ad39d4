package vn.chitra.hub.batch.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;

/** The partners of a mappings folder, as the hub loads them. */
final class ShippedPartners {

  private ShippedPartners() {}

  static Partners partners() {
    return at("classpath:mappings/");
  }

  static Partners at(String location) {
    try {
      return Mappings.load(location, Vocabulary.of(ReportedState.class, CaseKind.class)).partners();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
