package vn.chitra.hub.channel.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.channel.iso20022.camel.PgpEncryption;
import vn.chitra.hub.sim.bank.PgpKeys;

/** Really encrypted files, whole and cut. */
class PgpEndTests {

  @TempDir
  Path folder;

  @Test
  void aWholeFileHasItsEndAndACutOneHasNot() throws IOException {
    PgpKeys keys = PgpKeys.in(folder.resolve("keys"), "bank");
    Path clear = Files.writeString(folder.resolve("clear.xml"), "<Document>" + "tiền trợ cấp ".repeat(2_000) + "</Document>");
    Path encrypted = folder.resolve("encrypted");
    try (PgpEncryption hub = new PgpEncryption(List.of(PgpKeys.publicKey(keys.bank())), List.of(PgpKeys.secretKey(keys.hub())),
        PgpKeys.PASSPHRASE.toCharArray(), Clock.systemUTC(), 1 << 20, folder.resolve("spool"))) {
      hub.encryptAndSign(clear, "clear.xml", encrypted);
    }
    byte[] whole = Files.readAllBytes(encrypted);
    assertThat(isMissing(whole)).isFalse();
    for (int kept = 0; kept < whole.length; kept += kept < 1_000 || whole.length - kept < 300 ? 1 : 97) {
      assertThat(isMissing(Arrays.copyOf(whole, kept))).as("%d of %d bytes", kept, whole.length).isTrue();
    }
  }

  @Test
  void anythingElseIsNotCut() throws IOException {
    assertThat(isMissing("<Document/>".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(isMissing("H|1|PTCTXH".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(isMissing(new byte[0])).as("empty").isTrue();
  }

  @Test
  void armourEndsWithItsLine() throws IOException {
    String armour = "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n";
    assertThat(isMissing(armour.getBytes(StandardCharsets.US_ASCII))).isTrue();
    assertThat(isMissing((armour + "-----END PGP MESSAGE-----\n").getBytes(StandardCharsets.US_ASCII))).isFalse();
  }

  private boolean isMissing(byte[] bytes) throws IOException {
    return PgpEnd.isMissing(Files.write(folder.resolve("file"), bytes));
  }
}
