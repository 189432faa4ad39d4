package vn.chitra.hub.batch.camel;

import com.jcraft.jsch.JSch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.SftpSettings;

/**
 * Camel endpoints for the SFTP servers of the settings: host key pinned, no secret in an address. The user name is part of the address,
 * because Camel keeps one endpoint per address and several partners may share one server.
 */
@Component
public final class SftpServers {

  /** A server that does not answer for so long counts as gone; below the lease of a send. */
  private static final int SILENCE_MS = 60_000;

  private static final String SSH_RSA = ",ssh-rsa";

  private final CamelContext camel;
  private final SftpSettings settings;

  SftpServers(CamelContext camel, SftpSettings settings) {
    this.camel = camel;
    this.settings = settings;
  }

  /** The name of the connection's group of settings. */
  public static String setting(String connection) {
    return "hub.sftp." + connection;
  }

  /**
   * @param connection name of the server in the settings
   * @param startFolder absolute, without its leading slash; empty = the folder in which the login begins
   * @param options further options of Camel's endpoint, as {@code name=value} joined by {@code &}, none secret
   * @throws IllegalArgumentException when the settings have no such connection
   */
  public SftpEndpoint endpoint(String connection, String startFolder, String options) {
    return endpoint("sftp", connection, startFolder, options);
  }

  /** The same with another component than Camel's own. */
  public SftpEndpoint endpoint(String scheme, String connection, String startFolder, String options) {
    SftpSettings.Server server = server(connection);
    String user = URLEncoder.encode(server.username(), StandardCharsets.UTF_8);
    SftpEndpoint endpoint = camel.getEndpoint("%s:%s@%s:%d/%s?%s".formatted(scheme, user, server.host(), server.port(), startFolder,
        options), SftpEndpoint.class);
    SftpConfiguration configuration = endpoint.getConfiguration();
    if (!startFolder.isEmpty()) {
      configuration.setDirectory("/" + startFolder);   // Camel reads an address relative to the login's folder, wherever that is
    }
    configuration.setUsername(server.username());
    configuration.setPreferredAuthentications(server.authentications());
    configuration.setPassword(server.password());
    if (server.privateKey() != null) {
      configuration.setPrivateKeyFile(server.privateKey().toString());
      configuration.setPrivateKeyPassphrase(server.passphrase());
    }
    algorithms(server, configuration);
    configuration.setKnownHostsFile(server.knownHosts().toString());
    configuration.setStrictHostKeyChecking("yes");
    configuration.setUseUserKnownHostsFile(false);
    configuration.setStepwise(false);
    configuration.setSoTimeout(SILENCE_MS);
    configuration.setJschLoggingLevel(LoggingLevel.ERROR);
    return endpoint;
  }

  /** Operations of the endpoint with the algorithms of the connection. */
  public PartnerSftpOperations operations(String connection, SftpEndpoint endpoint) {
    return new PartnerSftpOperations(server(connection), endpoint);
  }

  private SftpSettings.Server server(String connection) {
    return settings.server(connection).orElseThrow(() -> new IllegalArgumentException(setting(connection) + ".* is not set"));
  }

  /** The library's own lists are the safe defaults: without SHA-1 signatures and weak ciphers. */
  private static void algorithms(SftpSettings.Server server, SftpConfiguration configuration) {
    if (server.allowSshRsa()) {
      configuration.setServerHostKeys(JSch.getConfig("server_host_key") + SSH_RSA);
      configuration.setPublicKeyAcceptedAlgorithms(JSch.getConfig("PubkeyAcceptedAlgorithms") + SSH_RSA);
    }
  }
}
