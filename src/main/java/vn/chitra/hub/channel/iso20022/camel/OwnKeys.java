package vn.chitra.hub.channel.iso20022.camel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.converter.crypto.PGPSecretKeyAccessor;
import org.apache.camel.converter.crypto.PGPSecretKeyAndPrivateKeyAndUserId;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.OpenPgpKeys;

/** Our secret keys, unlocked once at start: every listed key decrypts, the first listed valid key signs. */
final class OwnKeys implements PGPSecretKeyAccessor {

  /** Exchange property: the message names the keys that can decrypt it, and one of them is ours. */
  static final String LOOKED_FOR = "vn.chitra.key-looked-for";
  static final String FOUND = "vn.chitra.key-found";

  private final List<PGPSecretKeyRing> rings = new ArrayList<>();
  private final Map<Long, PGPPrivateKey> unlocked = new HashMap<>();
  private final Clock clock;

  OwnKeys(List<Path> files, char[] passphrase, Clock clock) throws IOException {
    this.clock = clock;
    for (Path file : files) {
      for (PGPSecretKeyRing ring : OpenPgpKeys.ringsIn(file, PGPSecretKeyRing.class)) {
        unlocked.putAll(OpenPgpKeys.unlocked(ring, passphrase, file));
        rings.add(ring);
      }
    }
    if (signers().isEmpty()) {
      throw new IOException("no valid key of ours to sign with in " + files);
    }
  }

  @Override
  public List<PGPSecretKeyAndPrivateKeyAndUserId> getSignerKeys(Exchange exchange, List<String> userIds)
      throws IOException {
    List<PGPSecretKeyAndPrivateKeyAndUserId> signers = signers();
    if (signers.isEmpty()) {
      throw new IOException("every key of ours to sign with has expired");
    }
    return signers.subList(0, 1);
  }

  @Override
  public @Nullable PGPPrivateKey getPrivateKey(Exchange exchange, long keyId) {
    exchange.setProperty(LOOKED_FOR, true);
    PGPPrivateKey key = unlocked.get(keyId);
    if (key != null) {
      exchange.setProperty(FOUND, true);
    }
    return key;
  }

  /** The newest valid key of each ring. */
  private List<PGPSecretKeyAndPrivateKeyAndUserId> signers() {
    List<PGPSecretKeyAndPrivateKeyAndUserId> signers = new ArrayList<>();
    for (PGPSecretKeyRing ring : rings) {
      PGPSecretKey newest = null;
      for (PGPSecretKey key : ring) {
        if (canSign(key, ring) && (newest == null || createdOn(key).after(createdOn(newest)))) {
          newest = key;
        }
      }
      if (newest != null) {
        String userId = ring.getPublicKey().getUserIDs().next();
        signers.add(new PGPSecretKeyAndPrivateKeyAndUserId(newest, unlocked.get(newest.getKeyID()), userId));
      }
    }
    return signers;
  }

  private static Date createdOn(PGPSecretKey key) {
    return key.getPublicKey().getCreationTime();
  }

  private boolean canSign(PGPSecretKey key, PGPSecretKeyRing ring) {
    return unlocked.containsKey(key.getKeyID()) && key.isSigningKey() && KeyRules.maySign(key.getPublicKey())
        && KeyRules.isValid(key.getPublicKey(), ring.getPublicKey(), clock.instant());
  }
}
