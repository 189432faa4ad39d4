package vn.chitra.hub.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import vn.chitra.hub.partner.PartnerKind;

/**
 * How one kind of partner wants a batch as a file. Stateless; bounded memory.
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
   * The independent look before the bytes leave (money rule 4): parses them anew and compares count, total and each field with what was
   * meant, by code that shares nothing with {@link #write}.
   *
   * @return complaints (Vietnamese, with line and field, no personal data), at most 20; empty = the bytes say what was meant
   */
  List<String> check(BatchHeader header, Path bytes, Iterator<L> lines) throws IOException;
}
