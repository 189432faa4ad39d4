package vn.chitra.hub.config.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.chitra.hub.support.OpenPgpKeys;

/** Readable files of OpenPGP keys: each holds keys of its kind whole, and the passphrase opens ours. Whether a key is still valid is not asked. */
final class OpenPgpCheck {

  private OpenPgpCheck() {}

  /** @param prefix {@code hub.pgp.<name>.} */
  static List<String> complaints(ConfigurableEnvironment given, String prefix) {
    List<String> complaints = new ArrayList<>();
    String passphrase = given.getProperty(prefix + "passphrase", "");
    for (Path file : readable(given, prefix + "private-keys")) {
      try {
        List<PGPSecretKeyRing> rings = OpenPgpKeys.ringsIn(file, PGPSecretKeyRing.class);
        if (!opens(rings, passphrase, file)) {
          complaints.add(prefix + "passphrase: sai; không mở được khoá riêng trong tệp " + file.getFileName());
        }
      } catch (IOException e) {
        complaints.add(prefix + "private-keys: sai; tệp " + file.getFileName() + " hỏng, hoặc không có khoá riêng OpenPGP nào");
      }
    }
    for (Path file : readable(given, prefix + "partner-keys")) {
      try {
        OpenPgpKeys.ringsIn(file, PGPPublicKeyRing.class);
      } catch (IOException e) {
        complaints.add(prefix + "partner-keys: sai; tệp " + file.getFileName() + " hỏng, hoặc không có khoá công khai OpenPGP nào");
      }
    }
    return complaints;
  }

  private static boolean opens(List<PGPSecretKeyRing> rings, String passphrase, Path file) {
    try {
      for (PGPSecretKeyRing ring : rings) {
        OpenPgpKeys.unlocked(ring, passphrase.toCharArray(), file);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Those that cannot be read have a complaint of their own. */
  private static List<Path> readable(ConfigurableEnvironment given, String name) {
    return Binder.get(given).bind(name, Bindable.listOf(String.class)).orElseGet(List::of).stream().filter(Forms.READABLE_FILE)
        .map(Path::of).distinct().toList();
  }
}
