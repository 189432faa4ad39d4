package vn.chitra.hub.batch.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.SftpSettings;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadResult;

/** Servers of banks as they are: with key and password, an encrypted key, old algorithms; each by settings of its connection alone. */
class SftpConnectionsIT {

  private static final String PASSWORD = "mật khẩu";
  private static final String PASSPHRASE = "câu mở khoá";

  @TempDir
  Path folder;

  private final LoginCases cases = new LoginCases();
  private final SshServer server = SshServer.setUpDefaultServer();
  private Path plainKey;
  private Path encryptedKey;

  @BeforeEach
  void aServerWithAnRsaKey() throws Exception {
    KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.RSA, 2048);
    plainKey = folder.resolve("key");
    encryptedKey = folder.resolve("key-encrypted");
    pair.writePrivateKey(plainKey.toString());
    pair.writePrivateKey(encryptedKey.toString(), PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    pair.writePublicKey(ours, "hub");
    var known = PublicKeyEntry.parsePublicKeyEntry(ours.toString(StandardCharsets.US_ASCII)).resolvePublicKey(null, null, null);
    SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(folder.resolve("host-key"));
    keys.setAlgorithm("RSA");
    keys.setKeySize(2048);
    keys.loadKeys((SessionContext) null);
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(keys);
    server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
    server.setPublickeyAuthenticator((user, key, session) -> key.equals(known));
    server.setFileSystemFactory(new VirtualFileSystemFactory(Files.createDirectories(folder.resolve("home"))));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    Files.createDirectories(folder.resolve("home/in"));
  }

  @AfterEach
  void close() throws Exception {
    server.stop(true);
  }

  @Test
  void keyAndPassword() throws Exception {
    CoreModuleProperties.AUTH_METHODS.set(server, "publickey,password");
    assertThat(deliver(PASSWORD, plainKey, null, false, null, null)).isInstanceOf(UploadResult.Proven.class);
    assertThat(deliver(null, plainKey, null, false, null, null)).as("the key alone").isInstanceOf(UploadResult.Later.class);
    assertThat(cases.opened).singleElement().satisfies(one -> assertThat(one.evidence()).contains("từ chối tên đăng nhập"));
  }

  @Test
  void anEncryptedKey() throws Exception {
    assertThat(deliver(null, encryptedKey, PASSPHRASE, false, null, null)).isInstanceOf(UploadResult.Proven.class);
  }

  @Test
  void anEncryptedKeyWithoutItsPassphraseIsNamed() throws Exception {
    assertThat(deliver(null, encryptedKey, null, false, null, null)).isInstanceOf(UploadResult.Later.class);
    assertThat(cases.opened).singleElement().satisfies(one -> assertThat(one.evidence()).contains("passphrase"));
  }

  @Test
  void onlySshRsa() throws Exception {
    List<NamedFactory<Signature>> old = List.of(BuiltinSignatures.rsa);
    server.setSignatureFactories(old);
    assertThat(deliver(null, plainKey, null, false, null, null)).as("safe by default").isInstanceOf(UploadResult.Later.class);
    assertThat(cases.opened).singleElement().satisfies(one -> assertThat(one.evidence()).contains("allow-ssh-rsa"));
    assertThat(deliver(null, plainKey, null, true, null, null)).isInstanceOf(UploadResult.Proven.class);
    assertThat(cases.closed).containsExactly("LOGIN_REFUSED partner:ngan-hang");
  }

  @Test
  void ciphersAndKeyExchangesOfTheConnectionReplaceTheLibrarys() throws Exception {
    assertThat(deliver(PASSWORD, null, null, false, "ecdh-sha2-nistp256", "aes128-ctr")).isInstanceOf(UploadResult.Proven.class);
    assertThat(deliver(PASSWORD, null, null, false, null, "3des-cbc")).as("which the server does not offer")
        .isInstanceOf(UploadResult.Later.class);
  }

  private UploadResult deliver(String password, Path key, String passphrase, boolean sshRsa, String exchanges, String ciphers)
      throws Exception {
    if (!server.isStarted()) {
      server.start();
    }
    Path knownHosts = Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + server.getPort() + " "
        + PublicKeyEntry.toString(server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic()) + "\n");
    SftpSettings settings = new SftpSettings(Map.of("ngan-hang", new SftpSettings.Server("127.0.0.1", server.getPort(), "hub", password,
        key, passphrase, knownHosts, sshRsa, exchanges, ciphers)));
    DefaultCamelContext own = new DefaultCamelContext();
    own.start();
    try {
      byte[] bytes = "H|1|\n".getBytes(StandardCharsets.UTF_8);
      Path file = Files.write(folder.resolve("bytes"), bytes);
      return new SftpUploads(new SftpServers(own, settings), ShippedPartners.partners(), cases.logins(Clock.systemUTC()))
          .deliver(new Upload(1, "ngan-hang", "ngan-hang", "/in", "CT_PTCTXH_20261201_000001.csv", file,
              HexFormat.of().formatHex(Archive.sha256().digest(bytes)), bytes.length, 1));
    } finally {
      own.stop();
    }
  }
}
