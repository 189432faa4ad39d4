package vn.chitra.hub.inbound;

import java.util.Set;

/**
 * The fetched files of a partner's folder where the hub may not move files. It survives a restart, so that a full folder is not fetched
 * again. It only saves work: bytes that come twice are recognised by their content.
 */
public interface InboxMemory {

  /** Everything remembered of that partner. */
  Set<String> of(String partner);

  /** @param look what a file looks like without fetching it: path, size, time */
  void remember(String partner, String look);

  void forget(String partner, String look);
}
