package vn.chitra.hub.channel.iso20022.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.channel.iso20022.DecryptionResult;
import vn.chitra.hub.channel.iso20022.DecryptionResult.Decrypted;
import vn.chitra.hub.channel.iso20022.DecryptionResult.Refused;
import vn.chitra.hub.channel.iso20022.DecryptionResult.Why;
import vn.chitra.hub.channel.iso20022.PgpKeysUnusableException;
import vn.chitra.hub.channel.iso20022.PgpSettings;
import vn.chitra.hub.partner.ShippedMappings;

class PgpEncryptionTests {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final long DAY = 86_400;
  private static final long LIMIT = 64L << 20;
  @TempDir private static Path keyFolder;
  private static TestKeys hub;
  private static TestKeys hubNew;
  private static TestKeys bank;
  private static TestKeys bankNew;
  private static TestKeys stranger;
  private static TestKeys bankExpired;

  @TempDir private Path folder;
  private final List<PgpEncryption> started = new ArrayList<>();

  @BeforeAll
  static void makeKeys() throws Exception {
    hub = TestKeys.make(keyFolder, "hub", NOW.minusSeconds(100 * DAY), 0);
    hubNew = TestKeys.make(keyFolder, "hub-new", NOW.minusSeconds(DAY), 0);
    bank = TestKeys.make(keyFolder, "bank", NOW.minusSeconds(100 * DAY), 200 * DAY);
    bankNew = TestKeys.make(keyFolder, "bank-new", NOW.minusSeconds(DAY), 400 * DAY);
    bankExpired = TestKeys.make(keyFolder, "bank-expired", NOW.minusSeconds(100 * DAY), 99 * DAY);
    stranger = TestKeys.make(keyFolder, "stranger", NOW.minusSeconds(DAY), 0);
  }

  @AfterEach
  void stop() throws IOException {
    for (PgpEncryption encryption : started) {
      encryption.close();
    }
  }

  @Test
  void whatOneSideEncryptsTheOtherOpens() throws Exception {
    Path encrypted = encryptedBy(encryption(List.of(hub), List.of(bank)), "Nguyễn Thị Đức Huyền");
    assertThat(Files.readString(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("Huy");
    Path clear = folder.resolve("opened.xml");
    assertThat(encryption(List.of(bank), List.of(hub)).decryptAndVerify(encrypted, clear)).isInstanceOf(Decrypted.class);
    assertThat(clear).content(StandardCharsets.UTF_8).isEqualTo("Nguyễn Thị Đức Huyền");
  }

  /** Put there by a program of Windows or of a mainframe. */
  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "   ", "\u001a", "\r\n\u001a\r\n"})
  void bytesThatAreNothingBehindTheEncryptedOnesChangeNothing(String behind) throws Exception {
    Path encrypted = encryptedBy(encryption(List.of(hub), List.of(bank)), "Nguyễn Thị Đức Huyền");
    Files.writeString(encrypted, behind, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
    assertThat(encryption(List.of(bank), List.of(hub)).decryptAndVerify(encrypted, clear())).isInstanceOf(Decrypted.class);
  }

  @Test
  void aLargeFilePassesThroughTheSpoolAndLeavesNothingThere() throws Exception {
    Path big = folder.resolve("big.xml");
    byte[] line = "<Nm>NGUYEN THI DUC HUYEN</Nm>\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(big))) {
      for (int i = 0; i < 1200; i++) {
        out.write(line);
      }
    }
    Path encrypted = folder.resolve("big.pgp");
    encryption(List.of(hub), List.of(bank)).encryptAndSign(big, "big.xml", encrypted);
    Path clear = folder.resolve("big.opened");
    assertThat(encryption(List.of(bank), List.of(hub)).decryptAndVerify(encrypted, clear)).isInstanceOf(Decrypted.class);
    assertThat(Files.mismatch(big, clear)).isEqualTo(-1);
    try (var left = Files.walk(folder.resolve("spool")).filter(Files::isRegularFile)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whileTheBankChangesItsKeyBothOpenAndBothAreTakenAsSigners() throws Exception {
    PgpEncryption ours = encryption(List.of(hub), List.of(bank, bankNew));
    Path encrypted = encryptedBy(ours, "x");
    assertThat(encryption(List.of(bank), List.of(hub)).decryptAndVerify(encrypted, clear())).isInstanceOf(Decrypted.class);
    assertThat(encryption(List.of(bankNew), List.of(hub)).decryptAndVerify(encrypted, clear())).isInstanceOf(Decrypted.class);
    assertThat(ours.decryptAndVerify(encryptedBy(encryption(List.of(bank), List.of(hub)), "x"), clear())).isInstanceOf(Decrypted.class);
    assertThat(ours.decryptAndVerify(encryptedBy(encryption(List.of(bankNew), List.of(hub)), "x"), clear())).isInstanceOf(Decrypted.class);
  }

  @Test
  void whileWeChangeOurKeyEachOpensAndTheFirstListedSigns() throws Exception {
    PgpEncryption ours = encryption(List.of(hubNew, hub), List.of(bank));
    assertThat(ours.decryptAndVerify(encryptedBy(encryption(List.of(bank), List.of(hub)), "x"), clear())).isInstanceOf(Decrypted.class);
    assertThat(ours.decryptAndVerify(encryptedBy(encryption(List.of(bank), List.of(hubNew)), "x"), clear())).isInstanceOf(Decrypted.class);
    Path encrypted = encryptedBy(ours, "x");
    assertThat(encryption(List.of(bank), List.of(hubNew)).decryptAndVerify(encrypted, clear())).isInstanceOf(Decrypted.class);
    assertRefused(encryption(List.of(bank), List.of(hub)).decryptAndVerify(encrypted, clear()), Why.SIGNER_UNKNOWN);
  }

  @Test
  void refusesAnUnsignedFile() throws Exception {
    Path encrypted = rawBank(format -> format.setSecretKeyAccessor(null));
    assertRefused(encryption(List.of(hub), List.of(bank)).decryptAndVerify(encrypted, clear()), Why.UNSIGNED);
  }

  @Test
  void refusesASignatureOverABrokenDigest() throws Exception {
    Path encrypted = rawBank(format -> format.setHashAlgorithm(HashAlgorithmTags.MD5));
    assertRefused(encryption(List.of(hub), List.of(bank)).decryptAndVerify(encrypted, clear()), Why.SIGNATURE_WRONG);
  }

  @Test
  void refusesASignatureThatDoesNotFitTheContent() throws Exception {
    // Neither packed nor integrity-protected, so that a changed letter reaches the signature.
    Path encrypted = rawBank(format -> {
      format.setWithCompressedDataPacket(false);
      format.setIntegrity(false);
    });
    byte[] bytes = Files.readAllBytes(encrypted);
    bytes[bytes.length - 800] ^= 1;
    Files.write(encrypted, bytes);
    DecryptionResult decryption = encryption(List.of(hub), List.of(bank)).decryptAndVerify(encrypted, clear());
    assertRefused(decryption, Why.SIGNATURE_WRONG);
  }

  @Test
  void refusesASignerWhoIsNotTheBank() throws Exception {
    Path encrypted = encryptedBy(encryption(List.of(stranger), List.of(hub)), "x");
    assertRefused(encryption(List.of(hub), List.of(bank)).decryptAndVerify(encrypted, clear()), Why.SIGNER_UNKNOWN);
  }

  @Test
  void refusesASignerWhoseKeyHasExpired() throws Exception {
    Clock earlier = Clock.fixed(NOW.minusSeconds(50 * DAY), ZoneOffset.UTC);
    Path encrypted;
    try (PgpEncryption then = new PgpEncryption(publicKeys(hub), secretKeys(bankExpired), TestKeys.PASSPHRASE, earlier, LIMIT, spool())) {
      encrypted = encryptedBy(then, "x");
    }
    assertRefused(encryption(List.of(hub), List.of(bank, bankExpired)).decryptAndVerify(encrypted, clear()), Why.SIGNER_UNKNOWN);
  }

  @Test
  void refusesAFileForSomebodyElse() throws Exception {
    Path encrypted = encryptedBy(encryption(List.of(bank), List.of(stranger)), "x");
    assertRefused(encryption(List.of(hub), List.of(bank)).decryptAndVerify(encrypted, clear()), Why.NOT_FOR_US);
  }

  @Test
  void refusesClearText() throws Exception {
    Path encrypted = Files.writeString(folder.resolve("clear.pgp"), "<?xml version=\"1.0\"?><Document/>");
    assertRefused(encryption(List.of(hub), List.of(bank)).decryptAndVerify(encrypted, clear()), Why.DAMAGED);
  }

  @Test
  void refusesAFileCutAnywhere() throws Exception {
    byte[] whole = Files.readAllBytes(encryptedBy(encryption(List.of(bank), List.of(hub)), "Đinh Văn Hoà ".repeat(20)));
    PgpEncryption ours = encryption(List.of(hub), List.of(bank));
    Path cut = folder.resolve("cut.pgp");
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThat(ours.decryptAndVerify(cut, clear())).as("cut at %d", length).isInstanceOf(Refused.class);
      assertThat(clear()).doesNotExist();
    }
  }

  @Test
  void neverOpensAFileWithAChangedByte() throws Exception {
    byte[] whole = Files.readAllBytes(encryptedBy(encryption(List.of(bank), List.of(hub)), "Đinh Văn Hoà ".repeat(20)));
    PgpEncryption ours = encryption(List.of(hub), List.of(bank));
    Path changed = folder.resolve("changed.pgp");
    for (int at = 300; at < whole.length; at += 5) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x10;
      Files.write(changed, bytes);
      assertThat(ours.decryptAndVerify(changed, clear())).as("changed at %d", at).isInstanceOf(Refused.class);
      assertThat(clear()).doesNotExist();
    }
  }

  @Test
  void refusesAFileThatUnpacksToMoreThanTheLimit() throws Exception {
    Path bomb = folder.resolve("bomb");
    Files.write(bomb, new byte[3 << 20]);
    Path encrypted = folder.resolve("bomb.pgp");
    encryption(List.of(bank), List.of(hub)).encryptAndSign(bomb, "bomb", encrypted);
    assertThat(Files.size(encrypted)).isLessThan(100_000);
    try (PgpEncryption ours = new PgpEncryption(publicKeys(bank), secretKeys(hub), TestKeys.PASSPHRASE, CLOCK, 1 << 20, spool())) {
      assertRefused(ours.decryptAndVerify(encrypted, clear()), Why.TOO_LARGE);
      assertThat(clear()).doesNotExist();
    }
  }

  @Test
  void doesNotStartWithoutUsableKeys() {
    assertThatThrownBy(() -> encryption(List.of(hub), List.of(bankExpired)))
        .isInstanceOf(IOException.class).hasMessageContaining("bank-expired");
    assertThatThrownBy(() -> new PgpEncryption(publicKeys(bank), secretKeys(hub), "sai".toCharArray(), CLOCK, LIMIT, folder))
        .isInstanceOf(IOException.class).hasMessageContaining("hub.secret.asc");
    assertThatThrownBy(() -> new PgpEncryption(secretKeys(bank), secretKeys(hub), TestKeys.PASSPHRASE, CLOCK, LIMIT, folder))
        .isInstanceOf(IOException.class).hasMessageContaining("bank.secret.asc");
  }

  /** No restart heals it: a service manager must not start the hub again and again. */
  @Test
  void keysThatHaveExpiredEndTheStartWithTheStatusOfWrongSettings() throws IOException {
    PgpSettings.Keys keys = new PgpSettings.Keys(secretKeys(hub), new String(TestKeys.PASSPHRASE), publicKeys(bankExpired));
    PgpSettings settings = new PgpSettings(Map.of("vietcombank", keys));
    Archive archive = mock(Archive.class);
    when(archive.scratchFolder()).thenReturn(folder);

    assertThatThrownBy(() -> new PgpEncryptions(ShippedMappings.loaded().partners(), settings, archive, CLOCK))
        .isInstanceOfSatisfying(PgpKeysUnusableException.class, e -> assertThat(e.getExitCode()).isEqualTo(78))
        .hasMessageContaining("hub.pgp.vietcombank").hasMessageContaining("bank-expired");
  }

  @Test
  void aMissingFileIsTechnologyNotARefusal() throws Exception {
    PgpEncryption ours = encryption(List.of(hub), List.of(bank));
    assertThatThrownBy(() -> ours.decryptAndVerify(folder.resolve("none"), clear())).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> ours.encryptAndSign(folder.resolve("none"), "n", folder.resolve("out")))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private interface Change {
    void to(BoundedPgpFormat format);
  }

  /** The bank's side, with one thing done wrongly. */
  private Path rawBank(Change change) throws Exception {
    OwnKeys own = new OwnKeys(secretKeys(bank), TestKeys.PASSPHRASE, CLOCK);
    BoundedPgpFormat format = new BoundedPgpFormat(new BankKeys(publicKeys(hub), CLOCK), own, LIMIT);
    change.to(format);
    Path encrypted = folder.resolve("raw.pgp");
    try (var context = new DefaultCamelContext(); OutputStream out = Files.newOutputStream(encrypted)) {
      format.start();
      format.marshal(new DefaultExchange(context),
          new ByteArrayInputStream("Lò Thị Mỷ ".repeat(100).getBytes(StandardCharsets.UTF_8)), out);
    }
    return encrypted;
  }

  private PgpEncryption encryption(List<TestKeys> own, List<TestKeys> other) throws IOException {
    PgpEncryption encryption = new PgpEncryption(publicKeys(other.toArray(TestKeys[]::new)), secretKeys(own.toArray(TestKeys[]::new)),
        TestKeys.PASSPHRASE, CLOCK, LIMIT, spool());
    started.add(encryption);
    return encryption;
  }

  private Path encryptedBy(PgpEncryption encryption, String text) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "clear", ".xml"), text);
    Path encrypted = Files.createTempFile(folder, "sealed", ".pgp");
    encryption.encryptAndSign(file, "clear.xml", encrypted);
    return encrypted;
  }

  private Path spool() {
    return folder.resolve("spool");
  }

  private Path clear() {
    return folder.resolve("clear.xml");
  }

  private static List<Path> publicKeys(TestKeys... keys) {
    return Arrays.stream(keys).map(TestKeys::publicKey).toList();
  }

  private static List<Path> secretKeys(TestKeys... keys) {
    return Arrays.stream(keys).map(TestKeys::secretKey).toList();
  }

  private static void assertRefused(DecryptionResult decryption, Why why) {
    assertThat(decryption).isInstanceOfSatisfying(Refused.class, refused -> {
      assertThat(refused.why()).isEqualTo(why);
      assertThat(refused.reason()).isNotBlank();
    });
  }
}
