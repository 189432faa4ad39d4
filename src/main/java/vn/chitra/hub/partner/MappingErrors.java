package vn.chitra.hub.partner;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects all errors in the mapping files, so that one start names all of them. After an error was added, values read from the same file
 * have no meaning until {@link #throwIfAny()} has passed.
 */
public final class MappingErrors {

  private final List<MappingError> found = new ArrayList<>();

  /**
   * The same error twice is one: several profiles may inherit the same faulty value.
   *
   * @param line from 1; 0 = the file as a whole
   * @param key the key or column concerned, empty = none
   */
  public void add(String file, int line, String key, String reason) {
    MappingError error = new MappingError(file, line, key, reason);
    if (!found.contains(error)) {
      found.add(error);
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** @throws MappingsInvalidException listing every error, when there is one */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new MappingsInvalidException(found);
    }
  }
}
