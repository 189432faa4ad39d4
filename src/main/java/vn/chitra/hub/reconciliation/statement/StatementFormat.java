package vn.chitra.hub.reconciliation.statement;

import java.io.IOException;
import java.nio.file.Path;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;

/** Parses a statement again from its archived bytes, after it was accepted on arrival. */
public interface StatementFormat {

  boolean isOf(PartnerKind kind);

  /**
   * @throws IOException when the bytes cannot be read
   * @throws IllegalArgumentException when they are no whole statement
   */
  Statement read(Path bytes) throws IOException;

  /** The same where the partner's terms are needed for parsing. */
  default Statement read(PartnerProfile partner, Path bytes) throws IOException {
    return read(bytes);
  }
}
