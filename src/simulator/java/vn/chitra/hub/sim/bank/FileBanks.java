package vn.chitra.hub.sim.bank;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.PartnerSide;
import vn.chitra.hub.sim.Resources;
import vn.chitra.hub.sim.Simulator;

/** The banks that take files, each in the dialect of its contract. */
public final class FileBanks {

  private FileBanks() {}

  /** Every bank that any of them can pay to. */
  public static Set<String> bins() {
    return Resources.rows("/demo/banks.csv").stream().map(row -> row[0]).collect(Collectors.toSet());
  }

  /**
   * Empty for a partner that is no such bank.
   *
   * @param keys folder of the OpenPGP keys, made where they are missing
   */
  public static Optional<Simulator> simulator(AgreedPartner bank, PartnerSide side, BankSimulator.Settings settings, Decisions decisions,
      Path keys) {
    return dialect(bank, keys).map(dialect -> new BankSimulator(side, dialect, settings, decisions, BusinessDays.vietnam()));
  }

  private static Optional<BankDialect> dialect(AgreedPartner bank, Path keys) {
    return switch (bank.kind()) {
      case "bank-csv" -> Optional.of(new CsvDialect(bank.sender()));
      case "bank-fixed" -> Optional.of(new FixedDialect(bank.sender()));
      case "bank-iso" -> Optional.of(new IsoDialect(bank.sender(), String.valueOf(bank.fundingAccount()),
          new PgpBox(PgpKeys.in(keys, String.valueOf(bank.keys())))));
      default -> Optional.empty();
    };
  }
}
