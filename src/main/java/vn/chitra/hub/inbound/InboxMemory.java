package vn.chitra.hub.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fetched files that still lie in a partner's folder: where the hub may not move files, where a move failed, and files that ended
 * short.
 * It survives a restart, so that a full folder is not fetched again. It only saves work: bytes that come twice are recognised by their
 * content.
 */
public interface InboxMemory {

  /** Everything remembered of that partner. */
  List<Fetched> of(String partner);

  /** Replaces what was remembered of the file's path. */
  void remember(String partner, Fetched file);

  void forget(String partner, String path);

  /**
   * A fetched file.
   *
   * @param look by which a change is seen without fetching it: size and time
   * @param doneName the name under which it is still to be moved into {@code done/}; null where it stays
   */
  record Fetched(String path, String look, @Nullable String doneName) {}
}
