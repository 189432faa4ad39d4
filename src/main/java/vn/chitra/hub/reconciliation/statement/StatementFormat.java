package vn.chitra.hub.reconciliation.statement;

import java.io.IOException;
import java.nio.file.Path;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;

/** Reads again, from its archived bytes, a statement that was understood when it came in. */
public interface StatementFormat {

  boolean isOf(PartnerKind kind);

  /**
   * @throws IOException when the bytes cannot be read
   * @throws IllegalArgumentException when they are no whole statement
   */
  Statement read(Path bytes) throws IOException;

  /** The same where the partner's terms are needed to read it. */
  default Statement read(PartnerProfile partner, Path bytes) throws IOException {
    return read(bytes);
  }
}
