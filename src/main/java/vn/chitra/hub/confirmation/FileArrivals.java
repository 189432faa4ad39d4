package vn.chitra.hub.confirmation;

import java.util.Optional;

/** Every time bytes arrived, the same bytes too. */
public interface FileArrivals {

  /** The file that these bytes are, if they came before. */
  Optional<Long> known(String partner, String contentKey);

  /** How often something arrived under that name. */
  int count(String partner, String folder, String name);

  void note(long fileId, String folder, String name);
}
