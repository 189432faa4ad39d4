package vn.chitra.hub.config.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive's start script, with a Java that only shows its arguments. */
class StartScriptTests {

  private static final int ROOT = 0;
  private static final int DAEMON = 1;

  @TempDir
  private Path folder;

  private Path data;
  private String output = "";

  @BeforeEach
  void aServiceWithItsFolder() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    program("id", "echo ${AS_USER}");
    program("java", "case $1 in -version) echo 'openjdk version \"17.0.1\"' ;; *) echo \"ran $*\" ;; esac");
  }

  private void program(String name, String body) throws IOException {
    Path program = Files.createDirectories(folder.resolve("jdk/bin")).resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + body + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "install", "backup", "restore"})
  void rootDoesNotWriteIntoTheFolderOfAnotherUser(String command) throws Exception {
    belongsToAnotherThanRoot();

    assertThat(started(ROOT, Map.of("HUB_DATADIR", data.toString()), command)).isEqualTo(78);

    assertThat(output).contains(data + " là của người dùng ", "sudo -u ").doesNotContain("ran ");
  }

  @Test
  void theFolderMayStandInTheSettings() throws Exception {
    belongsToAnotherThanRoot();
    Path settings = Files.writeString(folder.resolve("hub.yaml"), "#hub.data-dir: ./data\nhub.data-dir: '" + data + "'   # ổ riêng\n");

    assertThat(started(ROOT, Map.of("HUB_SETTINGS", settings.toString()), "install")).isEqualTo(78);
  }

  @Test
  void rootMayLook() throws Exception {
    belongsToAnotherThanRoot();

    assertThat(started(ROOT, Map.of("HUB_DATADIR", data.toString()), "check")).as(output).isZero();

    assertThat(output).contains("ran ").contains("check");
  }

  @Test
  void theUserOfTheServiceMayDoAll() throws Exception {
    belongsToAnotherThanRoot();

    assertThat(started(DAEMON, Map.of("HUB_DATADIR", data.toString()), "backup")).as(output).isZero();

    assertThat(output).contains("ran ").contains("backup");
  }

  /** Only root can give a folder away; for anybody else it is another's than root's already. */
  private void belongsToAnotherThanRoot() throws IOException {
    if (Files.getAttribute(data, "unix:uid").equals(ROOT)) {
      Files.setAttribute(data, "unix:uid", DAEMON);
    }
  }

  private int started(int user, Map<String, String> variables, String command) throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder script = new ProcessBuilder("sh", "src/main/distribution/bin/chitra-hub", command).redirectErrorStream(true)
        .redirectOutput(log.toFile());
    if (command.isEmpty()) {
      script.command().remove(command);
    }
    script.environment().put("PATH", folder.resolve("jdk/bin") + ":" + script.environment().get("PATH"));
    script.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    script.environment().put("AS_USER", Integer.toString(user));
    script.environment().keySet().removeIf(name -> name.startsWith("HUB_"));
    script.environment().putAll(variables);
    int status = script.start().waitFor();
    output = Files.readString(log, StandardCharsets.UTF_8);
    return status;
  }
}
