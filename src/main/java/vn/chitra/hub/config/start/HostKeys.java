package vn.chitra.hub.config.start;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;

/** Checks whether a known_hosts file pins a key of a server, with the library that will later check the key. */
final class HostKeys {

  private static final int SSH = 22;

  private HostKeys() {}

  /** @param file readable */
  static boolean pins(String file, String host, int port) {
    try {
      JSch library = new JSch();
      library.setKnownHosts(file);
      return library.getHostKeyRepository().getHostKey(port == SSH ? host : "[" + host + "]:" + port, null).length > 0;
    } catch (JSchException unreadable) {
      return false;
    }
  }
}
