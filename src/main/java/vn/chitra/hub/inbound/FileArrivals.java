package vn.chitra.hub.inbound;

import java.util.List;
import java.util.Optional;

/** Every time bytes arrived, the same bytes too. */
public interface FileArrivals {

  /** The file that these bytes are, if they came before. */
  Optional<Long> known(String partner, String contentKey);

  /** The file with these bytes that was read and understood, whatever its name. */
  Optional<Long> understood(String partner, String sha256);

  /** Whether the file was not understood (yet), and in another place or under another name: these are part of what a partner says. */
  boolean mayMakeSenseAs(long fileId, String folder, String name);

  /**
   * Files set aside before that this understood one supersedes: the same bytes, or the same place and name where a name says what a file
   * is.
   */
  List<Long> supersededBy(long fileId, boolean nameSays);

  /** How often something arrived under that name. */
  int count(String partner, String folder, String name);

  void note(long fileId, String folder, String name);
}
