package vn.chitra.hub.batch.camel;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import vn.chitra.hub.batch.SftpSettings;

/**
 * Camel's SFTP operations with a connection's own ciphers and key exchanges. Camel sets these two for the whole process, so that one
 * partner's old server would decide for all partners; here they are set for the session.
 */
public class PartnerSftpOperations extends SftpOperations {

  /** In one login: servers count them and lock the account. */
  private static final String MOST_TRIES = "2";

  private final SftpSettings.Server server;
  private final SftpEndpoint endpoint;

  PartnerSftpOperations(SftpSettings.Server server, SftpEndpoint endpoint) {
    this.server = server;
    this.endpoint = endpoint;
    setEndpoint(endpoint);
  }

  /** For the same connection. */
  protected PartnerSftpOperations(PartnerSftpOperations same) {
    this(same.server, same.endpoint);
  }

  /** A session that is not connected yet. */
  Session fresh(RemoteFileConfiguration configuration) throws JSchException {
    return createSession(configuration);
  }

  @Override
  protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
    demandUsableKey();
    Session session = super.createSession(configuration);
    session.setConfig("MaxAuthTries", MOST_TRIES);
    // By default every connection first tries each exchange out, key pairs safe against quantum computers included: all are at hand here.
    session.setConfig("CheckKexes", "");
    if (server.keyExchanges() != null) {
      session.setConfig("kex", server.keyExchanges().replace(" ", ""));
    }
    if (server.ciphers() != null) {
      session.setConfig("cipher.s2c", server.ciphers().replace(" ", ""));
      session.setConfig("cipher.c2s", server.ciphers().replace(" ", ""));
    }
    return session;
  }

  /** JSch itself takes a key that it cannot open for a refused login. */
  private void demandUsableKey() throws JSchException {
    if (server.privateKey() == null) {
      return;
    }
    KeyPair key = KeyPair.load(new JSch(), server.privateKey().toString(), null);
    try {
      if (key.isEncrypted() && (server.passphrase() == null || !key.decrypt(server.passphrase()))) {
        throw new JSchException("private key: passphrase missing or wrong");
      }
    } finally {
      key.dispose();
    }
  }
}
