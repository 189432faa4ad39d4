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
   * One SFTP server with its pinned host key; a secret never shows. With password and private key both are offered, for a server that
   * wants both.
   *
   * @param privateKey file, or null when a password is enough
   * @param passphrase of an encrypted private key
   * @param knownHosts file in the form of OpenSSH
   * @param allowSshRsa whether SHA-1 signatures (ssh-rsa) are taken from an old server, for its host key and for ours
   * @param keyExchanges SSH key exchange methods instead of the library's, comma-separated
   * @param ciphers SSH ciphers instead of the library's, comma-separated
   */
  public record Server(@NotBlank String host, @Positive int port, @NotBlank String username, @Nullable String password,
      @Nullable Path privateKey, @Nullable String passphrase, @NotNull Path knownHosts, boolean allowSshRsa,
      @Nullable String keyExchanges, @Nullable String ciphers) {

    /** The methods of login, in the order in which they are offered. */
    public String authentications() {
      String byPassword = "password,keyboard-interactive";
      return privateKey == null ? byPassword : password == null || password.isEmpty() ? "publickey" : "publickey," + byPassword;
    }

    @Override
    public String toString() {
      return "Server[" + username + "@" + host + ":" + port + "]";
    }
  }
}
