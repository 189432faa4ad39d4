package vn.chitra.hub.inbound;

import java.util.Set;

/**
 * Which files in a partner's folder were fetched already, where the hub may not move them: it outlives a restart, so that a full folder is
 * not fetched again. A convenience: bytes that come twice are known by their content.
 */
public interface InboxMemory {

  /** Everything remembered of that partner. */
  Set<String> of(String partner);

  /** @param look what a file looks like without fetching it: path, size, time */
  void remember(String partner, String look);

  void forget(String partner, String look);
}
