package vn.chitra.hub.channel.iso20022.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.channel.iso20022.DecryptionResult;

/** The bank runs GnuPG, we run this: each reads what the other writes. Skipped where no gpg is installed. */
class GnuPgInteropTests {

  private static final String TEXT = "<Nm>Nguyễn Thị Đức Huyền</Nm>\n".repeat(20_000);
  private static final Clock CLOCK = Clock.systemUTC();
  @TempDir private Path folder;
  private Path home;
  private TestKeys hub;

  @BeforeEach
  void gnuPgIsThere() throws Exception {
    assumeTrue(isInstalled(), "gpg is not installed: interoperability with GnuPG is not verified here");
    home = Files.createDirectory(folder.resolve("g"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    hub = TestKeys.make(folder, "hub", Instant.now(CLOCK).minusSeconds(3600), 0);
    gpg("--import", hub.publicKey().toString());
  }

  @AfterEach
  void stopAgent() throws Exception {
    if (home != null) {
      run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "gpg-agent"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA 3072", "EDDSA Ed25519"})
  void weOpenWhatGnuPgEncrypted(String algorithm) throws Exception {
    Path bankKey = makeBankKey(algorithm);
    Path clear = Files.writeString(folder.resolve("pain002.xml"), TEXT);
    Path encrypted = folder.resolve("pain002.xml.pgp");
    gpg("--trust-model", "always", "--encrypt", "--sign", "--local-user", "bank@example.vn", "--recipient", "hub@example.vn", "--output",
        encrypted.toString(), clear.toString());
    Path opened = folder.resolve("opened.xml");
    try (PgpEncryption encryption = encryption(bankKey)) {
      assertThat(encryption.decryptAndVerify(encrypted, opened)).isInstanceOf(DecryptionResult.Decrypted.class);
    }
    assertThat(Files.mismatch(clear, opened)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA 3072", "EDDSA Ed25519"})
  void weOpenWhatGnuPgEncryptedInArmour(String algorithm) throws Exception {
    Path bankKey = makeBankKey(algorithm);
    Path clear = Files.writeString(folder.resolve("camt054.xml"), TEXT);
    Path encrypted = folder.resolve("camt054.xml.asc");
    gpg("--armor", "--trust-model", "always", "--encrypt", "--sign", "--local-user", "bank@example.vn", "--recipient", "hub@example.vn",
        "--output", encrypted.toString(), clear.toString());
    Path opened = folder.resolve("opened.xml");
    try (PgpEncryption encryption = encryption(bankKey)) {
      assertThat(encryption.decryptAndVerify(encrypted, opened)).isInstanceOf(DecryptionResult.Decrypted.class);
    }
    assertThat(opened).content(StandardCharsets.UTF_8).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA 3072", "EDDSA Ed25519"})
  void gnuPgVerifiesAndOpensWhatWeEncrypted(String algorithm) throws Exception {
    Path bankKey = makeBankKey(algorithm);
    Path clear = Files.writeString(folder.resolve("pain001.xml"), TEXT);
    Path encrypted = folder.resolve("PTCTXH-PAIN001-000001.xml.pgp");
    try (PgpEncryption encryption = encryption(bankKey)) {
      encryption.encryptAndSign(clear, "PTCTXH-PAIN001-000001.xml", encrypted);
    }
    Path opened = folder.resolve("opened.xml");
    String stated = gpg("--status-fd", "1", "--decrypt", "--output", opened.toString(), encrypted.toString());
    assertThat(stated).contains("GOODSIG", "VALIDSIG", "DECRYPTION_OKAY", "GOODMDC");
    assertThat(Files.mismatch(clear, opened)).isEqualTo(-1);
  }

  private PgpEncryption encryption(Path bankKey) throws IOException {
    return new PgpEncryption(List.of(bankKey), List.of(hub.secretKey()), TestKeys.PASSPHRASE, CLOCK, 64L << 20, folder.resolve("spool"));
  }

  private Path makeBankKey(String algorithm) throws Exception {
    String[] master = algorithm.split(" ");
    boolean rsa = master[0].equals("RSA");
    Path batch = Files.writeString(folder.resolve("batch"), String.join("\n", "%no-protection",
        "Key-Type: " + master[0], rsa ? "Key-Length: " + master[1] : "Key-Curve: " + master[1], "Key-Usage: sign",
        "Subkey-Type: " + (rsa ? "RSA" : "ECDH"), rsa ? "Subkey-Length: " + master[1] : "Subkey-Curve: Curve25519", "Subkey-Usage: encrypt",
        "Name-Real: Bank", "Name-Email: bank@example.vn", "Expire-Date: 1y", "%commit", ""));
    gpg("--gen-key", batch.toString());
    Path exported = folder.resolve("bank.asc");
    gpg("--armor", "--output", exported.toString(), "--export", "bank@example.vn");
    return exported;
  }

  private String gpg(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("gpg", "--batch", "--yes", "--homedir", home.toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String stated = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ended", command).isTrue();
    assertThat(process.exitValue()).as("%s: %s", command, stated).isZero();
    return stated;
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("gpg", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}
