package vn.chitra.hub.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpSandboxIT {

  @TempDir
  Path folder;

  @Test
  void keepsHostKeyAndPortOverARestart() throws Exception {
    String line;
    try (SftpSandbox sandbox = open()) {
      line = sandbox.knownHostsLine();
    }
    try (SftpSandbox again = open()) {
      assertThat(again.knownHostsLine()).isEqualTo(line);
    }
  }

  @Test
  void takesAnUploadByRenameWithoutABreach() throws Exception {
    try (SftpSandbox sandbox = open(); Client client = new Client(sandbox, "agribank", sandbox.password("agribank"))) {
      client.put("/in/CT_PTCTXH_20261201_000001.csv.1.part", "H|1");
      client.sftp.rename("/in/CT_PTCTXH_20261201_000001.csv.1.part", "/in/CT_PTCTXH_20261201_000001.csv");
      assertThat(sandbox.home("agribank").resolve("in/CT_PTCTXH_20261201_000001.csv")).hasContent("H|1");
      assertThat(sandbox.breaches()).isEmpty();
    }
  }

  @Test
  void noticesARenameOverAnExistingFile() throws Exception {
    try (SftpSandbox sandbox = open(); Client client = new Client(sandbox, "agribank", sandbox.password("agribank"))) {
      Files.writeString(sandbox.home("agribank").resolve("in/A.csv"), "old");
      client.put("/in/A.csv.2.part", "new");
      client.sftp.rename("/in/A.csv.2.part", "/in/A.csv");
      assertThat(sandbox.breaches()).singleElement().satisfies(breach -> {
        assertThat(breach.path()).isEqualTo("/in/A.csv");
        assertThat(breach.what()).contains("replaced");
      });
    }
  }

  @Test
  void noticesADirectWriteAndADeletedFile() throws Exception {
    try (SftpSandbox sandbox = open(); Client client = new Client(sandbox, "agribank", sandbox.password("agribank"))) {
      client.put("/in/direct.csv", "x");
      client.sftp.rm("/in/direct.csv");
      assertThat(sandbox.breaches()).extracting(UploadWatch.Breach::path).contains("/in/direct.csv").hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void refusesAWrongPassword() throws Exception {
    try (SftpSandbox sandbox = open()) {
      assertThatThrownBy(() -> new Client(sandbox, "agribank", "sai")).isInstanceOf(JSchException.class);
    }
  }

  private SftpSandbox open() throws Exception {
    SftpSandbox sandbox = SftpSandbox.open(folder, Map.of("agribank", "mật khẩu đúng"));
    sandbox.folders("agribank", List.of("in", "out"));
    return sandbox;
  }

  /** A strict client: only the known host counts. */
  private static final class Client implements AutoCloseable {
    private final Session session;
    private final ChannelSftp sftp;

    Client(SftpSandbox sandbox, String user, String password) throws Exception {
      JSch jsch = new JSch();
      jsch.setKnownHosts(sandbox.knownHosts().toString());
      session = jsch.getSession(user, sandbox.host(), sandbox.port());
      session.setConfig("StrictHostKeyChecking", "yes");
      session.setPassword(password.getBytes(StandardCharsets.UTF_8));
      session.connect(10_000);
      sftp = (ChannelSftp) session.openChannel("sftp");
      sftp.connect(10_000);
    }

    void put(String path, String content) throws SftpException {
      sftp.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), path);
    }

    @Override
    public void close() {
      session.disconnect();
    }
  }
}
