package vn.chitra.hub.channel.iso20022.camel;

import java.io.IOException;
import java.time.Clock;
import vn.chitra.hub.channel.iso20022.PgpSettings;

/** Opens the key files of one bank as the hub will open them at its start; nothing is written. */
public final class PgpKeyFiles {

  private PgpKeyFiles() {}

  /**
   * @param wallClock decides which keys have expired
   * @throws IOException when a key file is missing, holds no usable key, or the passphrase does not open it; the file is named
   */
  public static void open(PgpSettings.Keys keys, Clock wallClock) throws IOException {
    new BankKeys(keys.partnerKeys(), wallClock);
    new OwnKeys(keys.privateKeys(), keys.passphrase().toCharArray(), wallClock);
  }
}
