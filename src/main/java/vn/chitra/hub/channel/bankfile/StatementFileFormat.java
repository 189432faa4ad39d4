package vn.chitra.hub.channel.bankfile;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.reconciliation.statement.Statement;
import vn.chitra.hub.reconciliation.statement.StatementFormat;

/** The {@code SK} file as a statement format (contract §1.4 and contract §2.5). */
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
