package vn.chitra.hub.channel.iso20022.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.channel.iso20022.FileEncryption;
import vn.chitra.hub.channel.iso20022.FileEncryptions;
import vn.chitra.hub.channel.iso20022.PgpKeysUnusableException;
import vn.chitra.hub.channel.iso20022.PgpSettings;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/** Loads every bank's keys once, at start: a missing, expired or locked key file stops the start, with an error that names it. */
@Component
final class PgpEncryptions implements FileEncryptions, DisposableBean {

  private final Map<String, PgpEncryption> byPartner = new HashMap<>();

  PgpEncryptions(Partners partners, PgpSettings settings, Archive archive, @Qualifier("wallClock") Clock wallClock) throws IOException {
    Path scratch = Files.createDirectories(archive.scratchFolder());
    for (PartnerProfile partner : partners.ofKind(PartnerKind.BANK_ISO)) {
      String name = partner.isoTerms().keys();
      PgpSettings.Keys keys = settings.keys(name).orElseThrow(() -> new IllegalStateException("hub.pgp." + name + ".* is not set"));
      try {
        byPartner.put(partner.id(), new PgpEncryption(keys.partnerKeys(), keys.privateKeys(), keys.passphrase().toCharArray(), wallClock,
            partner.maxInboundBytes(), scratch));
      } catch (IOException e) {
        throw new PgpKeysUnusableException(name, e);
      }
    }
  }

  @Override
  public FileEncryption with(PartnerProfile partner) {
    PgpEncryption encryption = byPartner.get(partner.id());
    if (encryption == null) {
      throw new IllegalStateException("no OpenPGP keys for " + partner.id());
    }
    return encryption;
  }

  @Override
  public void destroy() throws IOException {
    for (PgpEncryption encryption : byPartner.values()) {
      encryption.close();
    }
  }
}
