package vn.chitra.hub.reconciliation.statement;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankfile.Statement;
import vn.chitra.hub.channel.bankfile.StatementFile;
import vn.chitra.hub.partner.PartnerKind;

/** The {@code SK} file of banks that speak files (partner contracts, 1 and 2). */
@Component
final class StatementFileFormat implements StatementFormat {

  @Override
  public boolean isOf(PartnerKind kind) {
    return kind == PartnerKind.BANK_CSV || kind == PartnerKind.BANK_FIXED;
  }

  @Override
  public Statement read(Path bytes) throws IOException {
    return StatementFile.read(bytes);
  }
}
