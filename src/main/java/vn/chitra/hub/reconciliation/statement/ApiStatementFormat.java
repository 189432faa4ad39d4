package vn.chitra.hub.reconciliation.statement;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankapi.JsonStatement;
import vn.chitra.hub.channel.bankfile.Statement;
import vn.chitra.hub.partner.PartnerKind;

/** The statement of banks with an API (partner contracts, 4). */
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
