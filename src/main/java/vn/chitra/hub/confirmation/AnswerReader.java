package vn.chitra.hub.confirmation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Reads one kind of inbound file from its archived bytes. Lines are handed on while reading, in bounded memory; when the result is
 * {@link Reading.NotUnderstood} the caller forgets every line it was handed. A reader touches no database and keeps no state.
 */
public interface AnswerReader {

  /** Whether this partner's file, by its name alone, is this reader's business. */
  boolean recognises(PartnerProfile partner, String fileName);

  /**
   * @param folder post office or commune of the folder in which the file lay; empty at a bank
   * @throws IOException when the archived bytes cannot be read: technology, not content
   */
  Reading read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<SaidOfLeg> lines) throws IOException;

  /**
   * Whether the file's name says what its bytes do not (a verdict's number, a list's version and close): then the same bytes under
   * another name are news, and only name and bytes together are the same file.
   */
  default boolean nameIsPartOfContent() {
    return false;
  }
}
