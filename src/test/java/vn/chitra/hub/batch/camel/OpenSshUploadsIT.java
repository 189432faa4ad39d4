package vn.chitra.hub.batch.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.SftpSettings;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.sim.CutWire;
import vn.chitra.hub.sim.OpenSsh;

/** Uploads to the server that most partners run. */
class OpenSshUploadsIT {

  private static final String NAME = "CT_PTCTXH_20261201_000001.csv";

  @TempDir
  Path folder;

  private final CamelContext camel = new DefaultCamelContext();
  private OpenSsh ssh;
  private CutWire wire;
  private Path in;
  private Path file;

  @BeforeEach
  void open() throws Exception {
    assumeThat(OpenSsh.installed()).as(OpenSsh.missing()).isPresent();
    ssh = OpenSsh.in(folder.resolve("ssh"));
    wire = new CutWire(ssh.port());
    in = ssh.folder("in");
    file = Files.write(folder.resolve("ours.bin"), noise(1_000_000));
    camel.start();
  }

  @AfterEach
  void close() throws Exception {
    camel.stop();
    if (ssh != null) {
      wire.close();
      ssh.close();
    }
  }

  @Test
  void submitsAFileByKeyLoginToAPinnedHost() throws Exception {
    ssh.start();

    assertThat(uploads().deliver(attempt(1))).isInstanceOf(UploadResult.Proven.class);
    assertThat(in.resolve(NAME)).hasSameBinaryContentAs(file);
    assertThat(names()).containsExactly(NAME);
  }

  @Test
  void takesOurOwnBytesAsProofAndOthersAsConflict() throws Exception {
    ssh.start();
    SftpUploads uploads = uploads();
    uploads.deliver(attempt(1));

    assertThat(uploads.deliver(attempt(2))).isInstanceOfSatisfying(UploadResult.Proven.class,
        proven -> assertThat(proven.seen()).contains("mã băm"));
    Files.write(in.resolve(NAME), noise(1_000_000, 2));
    assertThat(uploads.deliver(attempt(3))).isInstanceOf(UploadResult.Conflict.class);
    assertThat(names()).containsExactly(NAME);
  }

  @Test
  void theServersRenameReplacesNothing() throws Exception {
    ssh.start();
    SftpServers servers = servers(ssh.port());
    SftpEndpoint endpoint = servers.endpoint("ngan-hang", "", "");
    SftpLink link = new SftpLink(endpoint, servers.operations("ngan-hang", endpoint));
    link.open();
    link.write(file, in.resolve(NAME + ".1.part").toString());
    Files.writeString(in.resolve(NAME), "của ai khác");

    assertThatThrownBy(() -> link.rename(in.resolve(NAME + ".1.part").toString(), in.resolve(NAME).toString()))
        .isInstanceOf(SftpException.class);
    assertThat(in.resolve(NAME)).hasContent("của ai khác");
    assertThat(in.resolve(NAME + ".1.part")).exists();
    link.close();
  }

  @Test
  void anotherHostKeyIsRefusedUntilItIsPinned() throws Exception {
    ssh.newHostKey();
    ssh.start();
    SftpUploads uploads = uploads();

    assertThat(uploads.deliver(attempt(1))).isInstanceOfSatisfying(UploadResult.Later.class,
        later -> assertThat(later.why()).contains("HostKey"));
    assertThat(names()).isEmpty();
    ssh.pinHostKey();
    assertThat(uploads.deliver(attempt(2))).isInstanceOf(UploadResult.Proven.class);
  }

  @Test
  void anUnknownKeyIsNotLetIn() throws Exception {
    ssh.forgetClients();
    ssh.start();

    assertThat(uploads().deliver(attempt(1))).isInstanceOfSatisfying(UploadResult.Later.class,
        later -> assertThat(later.why()).contains("Auth"));
  }

  @Test
  void aFolderThatMayNotBeWrittenLeavesTheOutcomeUnknown() throws Exception {
    ssh.lock(in);
    ssh.start();

    assertThat(uploads().deliver(attempt(1))).isInstanceOfSatisfying(UploadResult.Unknown.class,
        unknown -> assertThat(unknown.why()).contains("denied"));
    ssh.unlock(in);   // an ordinary user could not look into it either
    assertThat(names()).isEmpty();
  }

  @Test
  void aFullDiskLeavesTheOutcomeUnknownAndTheNameFree() throws Exception {
    ssh.start(400);
    SftpUploads uploads = uploads();

    assertThat(uploads.deliver(attempt(1))).isInstanceOf(UploadResult.Unknown.class);
    assertThat(in.resolve(NAME)).doesNotExist();
    ssh.stop();
    ssh.start();
    assertThat(uploads.deliver(attempt(2))).isInstanceOf(UploadResult.Proven.class);
    assertThat(in.resolve(NAME)).hasSameBinaryContentAs(file);
  }

  @Test
  void aCutInTheMiddleOfTheFileLeavesTheNameFree() throws Exception {
    ssh.start();
    SftpUploads uploads = uploads(wire.port());
    wire.cutAfter(500_000);

    assertThat(uploads.deliver(attempt(1))).isInstanceOf(UploadResult.Unknown.class);
    assertThat(names()).containsExactly(NAME + ".1.part");
    assertThat(uploads.deliver(attempt(2))).isInstanceOf(UploadResult.Proven.class);
    assertThat(in.resolve(NAME)).hasSameBinaryContentAs(file);
  }

  @Test
  void whereRenameIsForbiddenADoneFileSaysThatTheFileIsWhole() throws Exception {
    ssh.start("-P", "rename,posix-rename");
    SftpUploads uploads = uploads();

    assertThat(uploads.deliver(attempt(1))).isInstanceOf(UploadResult.Proven.class);
    assertThat(in.resolve(NAME)).hasSameBinaryContentAs(file);
    assertThat(in.resolve(NAME + ".done")).isEmptyFile();
    assertThat(uploads.deliver(named("CT_PTCTXH_20261201_000002.csv", 1))).isInstanceOf(UploadResult.Proven.class);
    assertThat(names()).as("the refusal is remembered").doesNotContain("CT_PTCTXH_20261201_000002.csv.1.part")
        .contains("CT_PTCTXH_20261201_000002.csv", "CT_PTCTXH_20261201_000002.csv.done");
  }

  @Test
  void aProfileSaysThatRenameIsForbiddenAndAnUnfinishedFileIsCompleted() throws Exception {
    ssh.start("-P", "rename,posix-rename");
    Path mappings = folder.resolve("mappings");
    FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
    Files.writeString(mappings.resolve("partners/agribank.yaml"),
        Files.readString(mappings.resolve("partners/agribank.yaml")) + "rename: false\n");
    SftpUploads uploads = new SftpUploads(servers(wire.port()), ShippedPartners.at(mappings.toUri().toString()),
        new LoginCases().logins(Clock.systemUTC()));
    wire.cutAfter(500_000);

    assertThat(uploads.deliver(attempt(1))).isInstanceOf(UploadResult.Unknown.class);
    assertThat(names()).as("no .done beside half a file").containsExactly(NAME);
    assertThat(uploads.deliver(attempt(2))).isInstanceOf(UploadResult.Proven.class);
    assertThat(in.resolve(NAME)).hasSameBinaryContentAs(file);
    assertThat(names()).containsExactlyInAnyOrder(NAME, NAME + ".done");
    assertThat(uploads.deliver(attempt(3))).as("and once more").isInstanceOf(UploadResult.Proven.class);
    Files.delete(in.resolve(NAME));
    assertThat(uploads.deliver(attempt(4))).as("taken by the partner").isInstanceOf(UploadResult.Unknown.class);
    assertThat(in.resolve(NAME)).doesNotExist();
  }

  @Test
  void whatStandsUnfinishedUnderOurNameAndIsNotOursStays() throws Exception {
    ssh.start("-P", "rename,posix-rename");
    SftpUploads uploads = uploads();
    uploads.deliver(named("mo-dau.csv", 1));
    Files.writeString(in.resolve(NAME), "của ai khác");

    assertThat(uploads.deliver(attempt(1))).isInstanceOf(UploadResult.Conflict.class);
    assertThat(in.resolve(NAME)).hasContent("của ai khác");
    assertThat(in.resolve(NAME + ".done")).doesNotExist();
  }

  @Test
  void tenThousandFilesInTheFolderDoNotSlowASendDown() throws Exception {
    for (int i = 0; i < 10_000; i++) {
      Files.createFile(in.resolve("CT_PTCTXH_20261101_%06d.csv".formatted(i)));
    }
    ssh.start();
    SftpUploads uploads = uploads();
    uploads.deliver(named("mo-dau.csv", 1));
    Instant begun = Instant.now();

    assertThat(uploads.deliver(attempt(1))).isInstanceOf(UploadResult.Proven.class);
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
  }

  private SftpUploads uploads() {
    return uploads(ssh.port());
  }

  private SftpUploads uploads(int port) {
    return new SftpUploads(servers(port), ShippedPartners.partners(),
        new LoginCases().logins(Clock.systemUTC()));
  }

  private SftpServers servers(int port) {
    if (port != ssh.port()) {
      pin(port);
    }
    return new SftpServers(camel, new SftpSettings(Map.of("ngan-hang",
        new SftpSettings.Server("127.0.0.1", port, ssh.user(), null, ssh.privateKey(), null, ssh.knownHosts(),
            false, null, null))));
  }

  private void pin(int port) {
    try {
      Files.writeString(ssh.knownHosts(), Files.readString(ssh.knownHosts()).replace("]:" + ssh.port(), "]:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Upload attempt(int number) throws IOException {
    return named(NAME, number);
  }

  private Upload named(String name, int attempt) throws IOException {
    byte[] hash = Archive.sha256().digest(Files.readAllBytes(file));
    return new Upload(1, "agribank", "ngan-hang", in.toString(), name, file, HexFormat.of().formatHex(hash), Files.size(file),
        attempt);
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(path -> path.getFileName().toString()).toList().stream();
    }
  }

  private static byte[] noise(int length) {
    return noise(length, 1);
  }

  private static byte[] noise(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
