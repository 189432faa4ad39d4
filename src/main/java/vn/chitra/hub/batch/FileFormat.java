package vn.chitra.hub.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import vn.chitra.hub.partner.PartnerKind;

/**
 * Writes and verifies the files of one kind of partner. Stateless; bounded memory.
 *
 * @param <L> {@link BankInstruction} or {@link CashEntry}
 */
public interface FileFormat<L> {

  PartnerKind kind();

  /** The name on the partner's side, without a folder. */
  String fileName(BatchHeader header);

  /** Writes the whole file. The same header and lines give the same bytes, for ever. Leaves {@code out} open. */
  void write(BatchHeader header, Iterator<L> lines, OutputStream out) throws IOException;

  /**
   * Verifies the bytes before they leave (money rule 4): parses them again and compares count, total and each field with the intended
   * values, by code that shares nothing with {@link #write}.
   *
   * @return complaints (Vietnamese, with line and field, no personal data), at most 20; empty = the bytes are as intended
   */
  List<String> check(BatchHeader header, Path bytes, Iterator<L> lines) throws IOException;
}
