package vn.chitra.hub.dispatch.iso.camel;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.dispatch.iso.PgpSettings;
import vn.chitra.hub.dispatch.iso.Sealing;
import vn.chitra.hub.dispatch.iso.Sealings;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/** Opens every bank's keys once, at start: a key file that is missing, expired or locked stops the start and is named. */
@Component
final class PgpSealings implements Sealings, DisposableBean {

  private final Map<String, PgpSealing> byPartner = new HashMap<>();

  PgpSealings(Partners partners, PgpSettings settings, Archive archive, @Qualifier("wallClock") Clock wallClock) throws IOException {
    for (PartnerProfile partner : partners.ofKind(PartnerKind.BANK_ISO)) {
      String name = partner.isoTerms().keys();
      PgpSettings.Keys keys = settings.keys(name).orElseThrow(() -> new IllegalStateException("hub.pgp." + name + ".* is not set"));
      byPartner.put(partner.id(), new PgpSealing(keys.partnerKeys(), keys.privateKeys(), keys.passphrase().toCharArray(), wallClock,
          partner.maxInboundBytes(), archive.scratchFolder()));
    }
  }

  @Override
  public Sealing with(PartnerProfile partner) {
    PgpSealing sealing = byPartner.get(partner.id());
    if (sealing == null) {
      throw new IllegalStateException("no OpenPGP keys for " + partner.id());
    }
    return sealing;
  }

  @Override
  public void destroy() throws IOException {
    for (PgpSealing sealing : byPartner.values()) {
      sealing.close();
    }
  }
}
