package vn.chitra.hub.bench.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.ShippedMappings;

/** The first shipped partner of a kind, and the headings of its answers. */
final class Shipped {

  private Shipped() {}

  static PartnerProfile partner(PartnerKind kind) {
    return ShippedMappings.loaded().partners().ofKind(kind).get(0);
  }

  static CashReportMapping headings(String name) {
    try (InputStream yaml = ShippedMappings.loaded().open("headings/" + name + ".yaml")) {
      return CashReportMapping.read(yaml, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
