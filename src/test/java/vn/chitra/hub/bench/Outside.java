package vn.chitra.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.CashBook;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.PartnerSide;
import vn.chitra.hub.sim.Resources;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.sim.Simulator;
import vn.chitra.hub.sim.bank.BankSimulator;
import vn.chitra.hub.sim.bank.FileBanks;
import vn.chitra.hub.sim.bank.PgpKeys;
import vn.chitra.hub.sim.commune.CommuneSimulator;
import vn.chitra.hub.sim.postoffice.PostOfficeSimulator;
import vn.chitra.hub.sim.welfare.ProvinceMaker;
import vn.chitra.hub.sim.welfare.ProvinceSimulator;

/**
 * Databases, SFTP server, province and partners. The partners see the hub's files through links and put their answers into a folder that
 * the hub does not poll; {@link #publish} then moves them over, so that the time to make them does not count.
 */
final class Outside implements AutoCloseable {

  /** As docs/operations/start-and-stop.md recommends. */
  private static final Map<String, String> SERVER = Map.of("shared_buffers", "1GB", "max_wal_size", "4GB", "checkpoint_timeout", "15min");
  private static final LocalDate START = LocalDate.of(2026, 10, 18);
  private static final String POST = "buu-dien";
  private static final String COMMUNES = "xa";

  private final Path folder;
  private final EmbeddedDatabases databases;
  private final SftpSandbox sftp;
  private final PartnerBook book;
  private final List<Simulator> partners = new ArrayList<>();

  private Outside(Path folder, EmbeddedDatabases databases, SftpSandbox sftp) {
    this.folder = folder;
    this.databases = databases;
    this.sftp = sftp;
    this.book = new PartnerBook(databases.partners());
  }

  /**
   * Makes everything anew below the folder; the province's payrolls are drafts yet.
   *
   * @param warmUp payroll lines of the month before, of other people; 0: none
   */
  static Outside make(Path folder, long seed, int payouts, int warmUp, boolean statements) throws IOException, SQLException,
      GeneralSecurityException, InterruptedException {
    Map<String, String> server = new HashMap<>(SERVER);
    if (statements) {
      server.putAll(Statements.SETTINGS);
    }
    EmbeddedDatabases databases = EmbeddedDatabases.open(folder.resolve("postgres"), server);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(databases), "databases-end"));
    ProvinceMaker.make(databases.welfareAsOwner(), new ProvinceMaker.Plan(seed, payouts, PlayedMonth.MEASURED.month()));
    if (warmUp > 0) {
      ProvinceMaker.addOthers(databases.welfareAsOwner(), new ProvinceMaker.Plan(seed, warmUp, PlayedMonth.WARM_UP.month()));
    }
    Outside outside = new Outside(folder, databases, SftpSandbox.open(folder.resolve("sftp"), AgreedPartner.passwords()));
    outside.populate(seed);
    return outside;
  }

  private void populate(long seed) throws IOException {
    Map<String, Set<String>> communesOfOffice = new TreeMap<>();
    Set<String> communes = new TreeSet<>();
    for (String[] row : Resources.rows("/mappings/places.csv")) {
      communesOfOffice.computeIfAbsent(row[2], office -> new TreeSet<>()).add(row[0]);
      communes.add(row[3]);
    }
    Decisions decisions = new Decisions(seed);
    for (AgreedPartner bank : AgreedPartner.all()) {
      if (bank.kind().startsWith("bank-") && bank.sftp() != null) {
        FileBanks.simulator(bank, side(bank.id(), List.of(""), "in", "out"), new BankSimulator.Settings(
            String.valueOf(bank.fundingAccount()), FileBanks.bins(), Map.of(), START), decisions, folder.resolve("keys"))
                .ifPresent(partners::add);
      }
    }
    partners.add(new PostOfficeSimulator(side(POST, communesOfOffice.keySet(), "in", "out"), communesOfOffice, decisions,
        new FirstToFifteenth()));
    partners.add(new CommuneSimulator(side(COMMUNES, communes, "di", "ve"), communes, decisions, new FirstToFifteenth()));
  }

  /** The real folders on the server, and behind the curtain a link to each incoming one and an outgoing one of its own. */
  private PartnerSide side(String partner, Iterable<String> places, String in, String out) throws IOException {
    for (String place : places) {
      sftp.folders(partner, List.of(Path.of(place, in).toString(), Path.of(place, out).toString()));
      Path curtain = Files.createDirectories(behind(partner).resolve(place));
      Files.createDirectories(curtain.resolve(out));
      Files.createSymbolicLink(curtain.resolve(in), sftp.home(partner).resolve(place).resolve(in));
    }
    return new PartnerSide(partner, behind(partner), book);
  }

  private Path behind(String partner) {
    return folder.resolve("behind").resolve(partner);
  }

  /** Every payroll of the month is approved, in one transaction. */
  void approveEverything(PlayedMonth month) {
    new ProvinceSimulator(databases.welfareAsOwner(), month.month(), 1).tick(month.approved());
  }

  /** Payrolls of the month, drafts or approved. */
  long payrolls(PlayedMonth month) {
    return Objects.requireNonNull(new JdbcTemplate(databases.welfareAsOwner().dataSource())
        .queryForObject("SELECT count(*) FROM welfare.payroll WHERE period_from = ?", Long.class, month.month().toString()));
  }

  /** Everything that the partners say about the files they hold, up to that time; nothing of it shows yet. */
  void decide(Instant from, Instant until) {
    for (Simulator partner : partners) {
      for (Instant now = from; !now.isAfter(until); now = partner.nextDue().filter(next -> !next.isAfter(until)).orElse(Instant.MAX)) {
        boolean busy = true;
        while (busy) {
          busy = partner.tick(now);
        }
      }
    }
  }

  /** Moves the answers of a time into the hub's sight. @return how many */
  int publish(Instant after, Instant until) {
    List<Path[]> moves = book.jdbc().query("SELECT partner, folder, name FROM reply WHERE made_at > ? AND made_at <= ? ORDER BY reply_id",
        (row, n) -> new Path[] {behind(row.getString(1)).resolve(row.getString(2)).resolve(row.getString(3)),
            sftp.home(row.getString(1)).resolve(row.getString(2)).resolve(row.getString(3))},
        PartnerBook.timestamp(after), PartnerBook.timestamp(until));
    try {
      for (Path[] move : moves) {
        Files.move(move[0], move[1], StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return moves.size();
  }

  /** Payouts that the partners paid: count and dong. */
  String paid() {
    return book.jdbc().queryForObject("SELECT count(*) || ' / ' || coalesce(sum(amount_vnd), 0) FROM instruction WHERE state = 'PAID'",
        String.class);
  }

  /** The hub's breaches of a contract. */
  List<String> violations() {
    sftp.breaches().forEach(breach -> book.violation(breach.user(), breach.path(), breach.what(), Instant.EPOCH));
    return book.violations();
  }

  EmbeddedDatabases databases() {
    return databases;
  }

  /** Process id of PostgreSQL. */
  long postgres() throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid")).get(0).strip());
  }

  /** Settings by which a hub finds all this. */
  List<String> settings() throws IOException {
    List<String> settings = new ArrayList<>();
    Map.of("hub.database", databases.hub(), "hub.welfare", databases.welfareAsGuest()).forEach((prefix, access) -> {
      settings.add("--" + prefix + ".url=" + access.url());
      settings.add("--" + prefix + ".username=" + access.username());
      settings.add("--" + prefix + ".password=" + access.password());
    });
    for (String connection : AgreedPartner.passwords().keySet()) {
      Map.of("host", sftp.host(), "port", Integer.toString(sftp.port()), "username", connection, "password", sftp.password(connection),
          "known-hosts", sftp.knownHosts().toString())
          .forEach((key, value) -> settings.add("--hub.sftp." + connection + "." + key + "=" + value));
    }
    settings.add("--hub.mappings=" + FilesOnly.mappings(folder.resolve("mappings")));
    PgpKeys.settings(folder.resolve("keys"), AgreedPartner.all()).forEach(setting -> settings.add("--" + setting));
    return settings;
  }

  /** When the benchmark is broken off; a server that ended already stays ended. */
  private static void closeQuietly(EmbeddedDatabases databases) {
    try {
      databases.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    sftp.close();
    book.close();
    databases.close();
  }

  /** Cash is paid from the 1st to the 15th. */
  private static final class FirstToFifteenth implements CashBook.CashDays {

    @Override
    public LocalDate from(String period) {
      return LocalDate.parse(period + "01", DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Override
    public LocalDate until(String period) {
      return from(period).withDayOfMonth(15);
    }
  }
}
