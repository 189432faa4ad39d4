package vn.chitra.hub.batch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;
import vn.chitra.hub.support.SettingNames;

/** @param sftp servers by the connection name that partner profiles use */
@Validated
@ConfigurationProperties("hub")
public record SftpSettings(@NotNull Map<String, @Valid Server> sftp) {

  /** @param connection as a partner's profile names it; an environment variable leaves its dashes out */
  public Optional<Server> server(String connection) {
    return SettingNames.find(sftp, connection);
  }

  /**
   * One SFTP server with its pinned host key; a password never shows.
   *
   * @param knownHosts file in the form of OpenSSH
   * @param privateKey file, or null when a password is used
   */
  public record Server(@NotBlank String host, @Positive int port, @NotBlank String username, @Nullable String password,
      @Nullable Path privateKey, @NotNull Path knownHosts) {

    @Override
    public String toString() {
      return "Server[" + username + "@" + host + ":" + port + "]";
    }
  }
}
