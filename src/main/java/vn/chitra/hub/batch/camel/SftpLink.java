package vn.chitra.hub.batch.camel;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * One open SFTP session. Camel opens it from the endpoint's settings (host key, login). File operations call JSch directly, because the
 * contract needs operations that Camel does not offer: a rename that never overwrites, a size without listing the folder, the server's own
 * error. Not thread-safe.
 */
final class SftpLink {

  private static final Field POSIX_RENAME = posixRename();

  private final SftpConfiguration settings;
  private final PartnerSftpOperations sessions;
  private @Nullable Session session;
  private @Nullable ChannelSftp files;

  SftpLink(SftpEndpoint endpoint, PartnerSftpOperations sessions) {
    this.settings = endpoint.getConfiguration();
    this.sessions = sessions;
  }

  /** @throws JSchException when the server cannot be reached, shows another host key or refuses the login */
  void open() throws JSchException {
    if (files != null && files.isConnected()) {
      return;
    }
    close();
    session = sessions.fresh(settings);
    session.connect(settings.getConnectTimeout());
    ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
    channel.connect(settings.getConnectTimeout());
    renamePlainly(channel);
    files = channel;
  }

  void close() {
    if (session != null) {
      session.disconnect();
    }
    session = null;
    files = null;
  }

  /** Bytes of a file; empty when there is none of that name. */
  OptionalLong size(String path) throws SftpException {
    try {
      return OptionalLong.of(files().stat(path).getSize());
    } catch (SftpException e) {
      if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }

  void write(Path bytes, String path) throws IOException, SftpException {
    try (InputStream in = Files.newInputStream(bytes)) {
      files().put(in, path, ChannelSftp.OVERWRITE);
    }
  }

  /** Appends the missing bytes to the incomplete file. */
  void complete(Path bytes, String path) throws IOException, SftpException {
    try (InputStream in = Files.newInputStream(bytes)) {
      files().put(in, path, ChannelSftp.RESUME);
    }
  }

  void writeEmpty(String path) throws SftpException {
    files().put(InputStream.nullInputStream(), path, ChannelSftp.OVERWRITE);
  }

  /** @throws SftpException when something stands under the new name already */
  void rename(String from, String to) throws SftpException {
    files().rename(from, to);
  }

  /** The caller closes it. */
  InputStream read(String path) throws SftpException {
    return files().get(path);
  }

  private ChannelSftp files() {
    if (files == null) {
      throw new IllegalStateException("not open");
    }
    return files;
  }

  /**
   * JSch renames by OpenSSH's posix-rename wherever the server offers it, and that one replaces silently; without it the protocol's own
   * rename is sent, which a server refuses when the new name is taken. JSch has no setting for it.
   */
  private static void renamePlainly(ChannelSftp channel) {
    try {
      POSIX_RENAME.setBoolean(channel, false);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot make JSch rename without replacing", e);
    }
  }

  private static Field posixRename() {
    try {
      Field field = ChannelSftp.class.getDeclaredField("extension_posix_rename");
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("this JSch renames in a way that is not known; files at partners could be replaced", e);
    }
  }
}
