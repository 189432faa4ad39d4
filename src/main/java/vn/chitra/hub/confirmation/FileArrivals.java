package vn.chitra.hub.confirmation;

import java.util.Optional;

/** Every time bytes arrived, the same bytes too. */
public interface FileArrivals {

  /** The file that these bytes are, if they came before. */
  Optional<Long> known(String partner, String contentKey);

  /** Whether the file was set aside, but in another place or under another name: these are part of what a partner says. */
  boolean mayMakeSenseAs(long fileId, String folder, String name);

  /** How often something arrived under that name. */
  int count(String partner, String folder, String name);

  void note(long fileId, String folder, String name);
}
