package vn.chitra.hub.channel.bankapi;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.reconciliation.statement.Statement;
import vn.chitra.hub.reconciliation.statement.StatementFormat;

/** The statement format of banks with an API (contract §4.9). */
@Component
final class ApiStatementFormat implements StatementFormat {

  @Override
  public boolean isOf(PartnerKind kind) {
    return kind == PartnerKind.BANK_API;
  }

  @Override
  public Statement read(Path bytes) throws IOException {
    return JsonStatement.read(bytes);
  }
}
