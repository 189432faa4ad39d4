package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.reconciliation.statement.Statement;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;
import vn.chitra.hub.reconciliation.statement.Statement.Side;
import vn.chitra.hub.reconciliation.statement.StatementFormat;

/** An encrypted camt.053 as a statement format (contract §3.6): decrypted again, its entries in the notation of the {@code SK} file. */
@Component
final class IsoStatementFormat implements StatementFormat {

  private final FileEncryptions encryptions;
  private final Archive archive;

  IsoStatementFormat(FileEncryptions encryptions, Archive archive) {
    this.encryptions = encryptions;
    this.archive = archive;
  }

  @Override
  public boolean isOf(PartnerKind kind) {
    return kind == PartnerKind.BANK_ISO;
  }

  @Override
  public Statement read(Path bytes) {
    throw new IllegalArgumentException("an encrypted statement cannot be read without its bank's terms");
  }

  @Override
  public Statement read(PartnerProfile partner, Path encrypted) throws IOException {
    Path clear = archive.spool();
    try {
      if (encryptions.with(partner).decryptAndVerify(encrypted, clear) instanceof DecryptionResult.Refused refused) {
        throw new IllegalArgumentException("a statement that was opened before: " + refused.why());
      }
      Entries entries = new Entries();
      IsoParseResult parsed = new IsoReader().read(partner, IsoParseRules.of(partner.isoTerms().parseRules()), clear, entries);
      if (parsed instanceof IsoParseResult.StatementsRead statements && statements.statements().size() == 1) {
        IsoStatement one = statements.statements().get(0);
        return new Statement(one.account(), one.date(), one.openingVnd(), one.closingVnd(), entries.all);
      }
      throw new IllegalArgumentException("no whole statement: " + parsed);
    } finally {
      Files.deleteIfExists(clear);
    }
  }

  private static final class Entries implements IsoSink {

    private final List<Entry> all = new ArrayList<>();

    @Override
    public void entry(StatementEntry entry) {
      all.add(new Entry(entry.no(), entry.credit() ? Side.CREDIT : Side.DEBIT, entry.amountVnd(), entry.reference(), entry.bankRef(),
          entry.text(), entry.unstated()));
    }

    @Override
    public void line(IsoLine line) {
      // a statement says nothing of a payment's state
    }

    @Override
    public void notice(IsoNotice notice) {
      // already reported when the file was parsed on arrival
    }
  }
}
