package vn.chitra.hub.config.start;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.chitra.hub.channel.iso20022.PgpSettings;
import vn.chitra.hub.channel.iso20022.camel.PgpKeyFiles;

/** The OpenPGP key files of the settings: each must hold a key that is valid today, ours must open with its passphrase. */
final class EncryptionKeys {

  private EncryptionKeys() {}

  /** @param names of the keys in the partners' profiles */
  static List<String> complaints(SettingsRecords records, Collection<String> names) {
    List<String> complaints = new ArrayList<>();
    records.valid(PgpSettings.class).ifPresent(settings -> names.forEach(name -> settings.keys(name).ifPresent(keys -> {
      try {
        PgpKeyFiles.open(keys, Clock.systemUTC());
      } catch (IOException e) {
        complaints.add("hub.pgp." + name + ": sai; khoá không dùng được (tệp, mật khẩu mở khoá hoặc hạn của khoá): " + e.getMessage());
      }
    })));
    return complaints;
  }
}
