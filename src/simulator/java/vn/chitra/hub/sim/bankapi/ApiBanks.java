package vn.chitra.hub.sim.bankapi;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.Simulator;
import vn.chitra.hub.sim.bank.FileBanks;

/** Starts every bank with an API in the mapping data; the account holders are those of the province. */
public final class ApiBanks implements Simulator, AutoCloseable {

  private static final int ODD_NAMES_PER_MILLE = 8;

  private final List<BankApiSimulator> banks = new ArrayList<>();
  private final List<String> settings = new ArrayList<>();
  private final List<BankApiServer> doors = new ArrayList<>();
  private final List<Events> events = new ArrayList<>();

  /**
   * @param folder for certificates
   * @param welfare the province's database, for the holders of accounts
   * @param script seq of our bulk and action, as {@code 1:BUSY_ONCE}
   */
  public ApiBanks(Path folder, PartnerBook book, JdbcTemplate welfare, Decisions decisions, String script, LocalDate opened)
      throws IOException, GeneralSecurityException, InterruptedException {
    for (AgreedPartner bank : AgreedPartner.all()) {
      if (bank.kind().equals("bank-api")) {
        open(bank, folder, book, new BankApiSimulator.Settings(bank.sender(), String.valueOf(bank.fundingAccount()), FileBanks.bins(),
            (bin, account) -> holder(welfare, bin, account), ApiAction.script(script), ODD_NAMES_PER_MILLE, opened), decisions);
      }
    }
  }

  private void open(AgreedPartner bank, Path folder, PartnerBook book, BankApiSimulator.Settings terms, Decisions decisions)
      throws IOException, GeneralSecurityException, InterruptedException {
    Events sent = BankApiServer.events();
    BankApiSimulator simulator = new BankApiSimulator(bank.id(), book, terms, decisions, BusinessDays.vietnam(), sent);
    BankApiServer door = BankApiServer.open(folder, simulator);
    banks.add(simulator);
    doors.add(door);
    events.add(sent);
    door.settings(bank.id()).forEach((name, value) -> settings.add(name + "=" + value));
  }

  private static String holder(JdbcTemplate welfare, String bin, String account) {
    return welfare.queryForList("SELECT account_name FROM welfare.payment_account WHERE bank_bin = ? AND account_no = ?"
        + " ORDER BY registered_on DESC LIMIT 1", String.class, bin, account).stream().findFirst().orElse(null);
  }

  /** Settings by which the hub finds the banks, as {@code name=value}. */
  public List<String> settings() {
    return List.copyOf(settings);
  }

  /** From now on the banks tell the hub of results. @param base address of the hub */
  public void hubListensAt(String base) {
    for (int i = 0; i < banks.size(); i++) {
      events.get(i).hubListensAt(base + "/api/partners/" + banks.get(i).partner() + "/events");
    }
  }

  @Override
  public boolean tick(Instant now) {
    boolean did = false;
    for (BankApiSimulator bank : banks) {
      did |= bank.tick(now);
    }
    return did;
  }

  @Override
  public Optional<Instant> nextDue() {
    return banks.stream().flatMap(bank -> bank.nextDue().stream()).min(Instant::compareTo);
  }

  @Override
  public void close() {
    doors.forEach(BankApiServer::close);
  }
}
