package vn.chitra.hub.partner;

/**
 * One error in one mapping file.
 *
 * @param file relative to the mappings' root
 * @param line from 1; 0 = the file as a whole
 * @param key the key or column concerned, empty = none
 * @param reason Vietnamese
 */
public record MappingError(String file, int line, String key, String reason) {

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (key.isEmpty() ? "" : " [" + key + "]") + ": " + reason;
  }
}
