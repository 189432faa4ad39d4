package vn.chitra.hub.sim.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.channel.iso20022.DecryptionResult;
import vn.chitra.hub.channel.iso20022.camel.PgpEncryption;
import vn.chitra.hub.sim.Resources;
import vn.chitra.hub.sim.TestIds;

class IsoDialectTests {

  private static final String NAME = "PTCTXH-PAIN001-000017.xml.pgp";
  private static final String GOLDEN = Resources.text("/golden/bank-iso/pain001-two-transactions.xml");

  @TempDir
  Path folder;

  private IsoDialect dialect;
  private PgpEncryption hub;

  @BeforeEach
  void keysOfBothSides() throws IOException {
    PgpKeys keys = PgpKeys.in(folder.resolve("keys"), "bank");
    dialect = new IsoDialect("PTCTXH", "0021000123456", new PgpBox(keys));
    hub = new PgpEncryption(List.of(PgpKeys.publicKey(keys.bank())), List.of(PgpKeys.secretKey(keys.hub())),
        PgpKeys.PASSPHRASE.toCharArray(), Clock.systemUTC(), 1 << 20, folder.resolve("spool"));
  }

  @AfterEach
  void close() throws IOException {
    hub.close();
  }

  @Test
  void readsWhatTheHubEncrypted() throws IOException {
    PaymentFile file = dialect.read(FileBanks.bins(), NAME, encrypted(GOLDEN));

    assertThat(file.complaints()).isEmpty();
    assertThat(file.count()).isEqualTo(2);
    assertThat(file.seq()).isEqualTo(17);
  }

  @Test
  void callsWrongTotalsF2AndAnythingElseF3() throws IOException {
    assertThat(dialect.read(FileBanks.bins(), NAME, encrypted(GOLDEN.replaceFirst("<CtrlSum>\\d", "<CtrlSum>9"))).code()).isEqualTo("F2");
    assertThat(dialect.read(FileBanks.bins(), NAME, encrypted(GOLDEN.replace("SSBE", "SALA"))).code()).isEqualTo("F3");
    assertThat(dialect.read(FileBanks.bins(), NAME, GOLDEN.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("F3");
    byte[] changed = encrypted(GOLDEN);
    changed[changed.length / 2] ^= 1;
    assertThat(dialect.read(FileBanks.bins(), NAME, changed).code()).isEqualTo("F3");
  }

  @Test
  void repliesEncryptedForTheHub() throws IOException {
    BankOrders.Row paid = new BankOrders.Row(17, 1, TestIds.id(1), 500_000, "00", "00", "FT1", LocalDate.of(2026, 11, 25));
    BankOrders.Row refused = new BankOrders.Row(17, 2, TestIds.id(2), 600_000, "06", "06", "FT2", LocalDate.of(2026, 11, 25));
    List<BankDialect.Reply> replies = dialect.part(new BankDialect.Part(17, LocalDate.of(2026, 11, 25), 1, true, Instant.EPOCH),
        List.of(paid, refused), true);

    assertThat(replies).hasSize(2);
    assertThat(opened(replies.get(0).content())).contains("pain.002.001", "<GrpSts>PART</GrpSts>", "MD07", TestIds.id(2))
        .doesNotContain(TestIds.id(1));
    assertThat(opened(replies.get(1).content())).contains("camt.054.001", "PTCTXH-000017", TestIds.id(1)).doesNotContain(TestIds.id(2));
  }

  private byte[] encrypted(String xml) throws IOException {
    Path clear = Files.writeString(folder.resolve("clear"), xml);
    hub.encryptAndSign(clear, "x.xml", folder.resolve("sealed"));
    return Files.readAllBytes(folder.resolve("sealed"));
  }

  private String opened(byte[] encrypted) throws IOException {
    Path file = Files.write(folder.resolve("answer"), encrypted);
    assertThat(hub.decryptAndVerify(file, folder.resolve("opened"))).isInstanceOf(DecryptionResult.Decrypted.class);
    return Files.readString(folder.resolve("opened"));
  }
}
