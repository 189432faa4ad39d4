package vn.chitra.hub.batch.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.SftpSettings;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.sim.SftpSandbox;

class SftpUploadsIT {

  private static final String NAME = "CT_PTCTXH_20261201_000001.csv";

  @TempDir
  Path folder;

  private final CamelContext camel = new DefaultCamelContext();
  private SftpSandbox sftp;
  private SftpUploads uploads;

  @BeforeEach
  void open() throws Exception {
    sftp = SftpSandbox.open(folder.resolve("sftp"), Map.of("ngan-hang", "mot", "xa", "hai"));
    sftp.folders("ngan-hang", List.of("in"));
    sftp.folders("xa", List.of("in"));
    camel.start();
    uploads = new SftpUploads(new SftpServers(camel, new SftpSettings(
        Map.of("ngan-hang", server("ngan-hang", sftp.port()), "xa", server("xa", sftp.port()), "tat", server("xa", 1)))),
        ShippedPartners.partners(),
        new LoginCases().logins(Clock.systemUTC()));
  }

  @AfterEach
  void close() throws Exception {
    camel.stop();
    sftp.close();
  }

  @Test
  void putsTheBytesUnderTheirNameAndReadsTheSizeBack() throws Exception {
    assertThat(uploads.deliver(upload("ngan-hang", "H|1|…\n"))).isInstanceOf(UploadResult.Proven.class);

    assertThat(sftp.home("ngan-hang").resolve("in")).isDirectoryContaining(file -> file.getFileName().toString().equals(NAME));
    assertThat(Files.readString(sftp.home("ngan-hang").resolve("in").resolve(NAME))).isEqualTo("H|1|…\n");
    try (var files = Files.list(sftp.home("ngan-hang").resolve("in"))) {
      assertThat(files).as("no temporary file is left").hasSize(1);
    }
  }

  @Test
  void keepsTwoPartnersOnOneServerApart() throws Exception {
    uploads.deliver(upload("ngan-hang", "của ngân hàng"));
    uploads.deliver(upload("xa", "của xã"));
    sftp.home("ngan-hang").resolve("in").resolve(NAME).toFile().delete();
    uploads.deliver(upload("ngan-hang", "của ngân hàng"));

    assertThat(sftp.home("ngan-hang").resolve("in").resolve(NAME)).hasContent("của ngân hàng");
    assertThat(sftp.home("xa").resolve("in").resolve(NAME)).hasContent("của xã");
  }

  @Test
  void takesOurOwnBytesThatStandThereAsProof() throws Exception {
    uploads.deliver(upload("xa", "danh sách"));

    assertThat(uploads.deliver(upload("xa", "danh sách"))).isInstanceOfSatisfying(UploadResult.Proven.class,
        proven -> assertThat(proven.seen()).contains("mã băm"));
  }

  @Test
  void neverCoversOtherBytesUnderOurName() throws Exception {
    Path existing = sftp.home("xa").resolve("in").resolve(NAME);
    Files.writeString(existing, "danh sácH");

    assertThat(uploads.deliver(upload("xa", "danh sách"))).isInstanceOf(UploadResult.Conflict.class);
    assertThat(existing).hasContent("danh sácH");
  }

  @Test
  void neverCoversWhatAppearsUnderOurNameInTheLastMoment() throws Exception {
    Path existing = sftp.home("xa").resolve("in").resolve(NAME);
    sftp.watchedBy(new SftpEventListener() {
      @Override
      public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        Files.writeString(existing, "danh sácH");
      }
    });

    assertThat(uploads.deliver(upload("xa", "danh sách"))).isInstanceOf(UploadResult.Conflict.class);
    assertThat(existing).hasContent("danh sácH");
  }

  @Test
  void anAttemptThatAnotherTookOverDoesNotGetTheName() throws Exception {
    assertThat(uploads.deliver(upload("xa", "danh sách"), () -> false)).isInstanceOf(UploadResult.Unknown.class);
    assertThat(sftp.home("xa").resolve("in").resolve(NAME)).doesNotExist();
  }

  @Test
  void leavesTheOutcomeUnknownWhereTheFolderIsMissing() throws Exception {
    Files.delete(sftp.home("xa").resolve("in"));

    assertThat(uploads.deliver(upload("xa", "danh sách"))).isInstanceOf(UploadResult.Unknown.class);
  }

  @Test
  void leavesTheOutcomeUnknownWhereNobodyListensAndGoesOnAfterwards() throws Exception {
    assertThat(uploads.deliver(upload("tat", "danh sách"))).isInstanceOf(UploadResult.Unknown.class);
    assertThat(uploads.deliver(upload("xa", "danh sách"))).isInstanceOf(UploadResult.Proven.class);
  }

  private SftpSettings.Server server(String user, int port) {
    return new SftpSettings.Server(sftp.host(), port, user, "tat".equals(user) ? "" : sftp.password(user), null, null, sftp.knownHosts(),
        false, null, null);
  }

  private Upload upload(String connection, String text) throws Exception {
    Path bytes = Files.writeString(Files.createTempFile(folder, "out", ".bin"), text);
    byte[] hash = Archive.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return new Upload(1, connection, connection, "/in", NAME, bytes, HexFormat.of().formatHex(hash), Files.size(bytes), 1);
  }
}
