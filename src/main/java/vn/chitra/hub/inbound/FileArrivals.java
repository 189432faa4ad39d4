package vn.chitra.hub.inbound;

import java.util.List;
import java.util.Optional;

/** Records every arrival of a file, repeated bytes too. */
public interface FileArrivals {

  /** The stored file with these bytes, if they came before. */
  Optional<Long> known(String partner, String contentKey);

  /** The parsed and accepted file with these bytes, under any name. */
  Optional<Long> understood(String partner, String sha256);

  /**
   * Whether the file was not accepted so far, and now comes in another folder or under another name, which belong to the partner's message.
   */
  boolean mayMakeSenseAs(long fileId, String folder, String name);

  /**
   * Files set aside that the understood one supersedes: the same bytes, or what came under its name before, where a name says what a
   * file is or the earlier one ended short.
   *
   * @param before what has this number or a higher one came later
   */
  List<Long> supersededBy(long fileId, String folder, String name, boolean nameSays, long before);

  /** How often something arrived under that name. */
  int count(String partner, String folder, String name);

  void note(long fileId, String folder, String name);
}
