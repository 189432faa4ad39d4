package vn.chitra.hub.inbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Parses one kind of inbound file from its archived bytes. Lines are delivered while reading, in bounded memory; when the result is {@link
 * ParseResult.NotUnderstood} the caller discards every delivered line. A parser touches no database and keeps no state.
 */
public interface InboundParser {

  /** Whether this parser handles the partner's file, by its name alone. */
  boolean recognises(PartnerProfile partner, String fileName);

  /**
   * @param statuses takes each line as it is read
   * @throws IOException when the archived bytes cannot be read: technology, not content
   */
  ParseResult read(InboundFile file, StatusSink statuses) throws IOException;

  /** Whether a case may identify the file by its name; false where the partner names its files freely. */
  default boolean nameIsDictated() {
    return true;
  }

  /**
   * Whether the file's name contains data that the bytes lack (an acknowledgement's number, a list's version and close). Then the same
   * bytes under another name are a new message, and only name and bytes together identify the file.
   */
  default boolean nameIsPartOfContent() {
    return false;
  }

  /**
   * The same for one name: false for the name of a mere copy, which adds no data: it has another form than the contract's, or names another
   * sender.
   */
  default boolean nameSpeaks(PartnerProfile partner, String fileName) {
    return nameIsPartOfContent();
  }

  /**
   * Whether the bytes end before their message does, because they are still being written or were cut. Looks at the end of the file only;
   * false where that cannot be seen.
   *
   * @throws IOException when the bytes cannot be read
   */
  default boolean endsShort(Path bytes) throws IOException {
    return Files.size(bytes) == 0;
  }

  /**
   * The payee names beside the codes of payments, row by row, in an answer of this kind or in our own list of that kind; none where such
   * answers carry no names.
   *
   * @throws IOException when the archived bytes cannot be read
   */
  default List<NamedRow> namedRows(Path bytes) throws IOException {
    return List.of();
  }

  /**
   * A payee name on the list, not empty.
   *
   * @param lineNo row in the file, from 1
   */
  record NamedRow(int lineNo, String endToEndId, String name) {}
}
