package vn.chitra.hub.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.CashBook;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.FilePartner;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.PartnerSide;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.sim.Simulator;
import vn.chitra.hub.sim.UploadWatch;
import vn.chitra.hub.sim.bank.BankSimulator;
import vn.chitra.hub.sim.bank.BankAction;
import vn.chitra.hub.sim.bank.FileBanks;
import vn.chitra.hub.sim.bankapi.ApiBanks;
import vn.chitra.hub.sim.bank.PgpKeys;
import vn.chitra.hub.sim.commune.CommuneSimulator;
import vn.chitra.hub.sim.postoffice.PostOfficeSimulator;
import vn.chitra.hub.sim.welfare.ProvinceMaker;
import vn.chitra.hub.sim.welfare.ProvinceSimulator;

/** The systems outside the hub: databases, SFTP server, province, banks, post offices, communes. */
public final class DemoWorld implements AutoCloseable {

  public static final YearMonth MONTH = YearMonth.of(2026, 12);
  public static final LocalDate START = LocalDate.of(2026, 11, 18);
  /** Many statements for few rows: the driver need not see one five times before PostgreSQL may keep its plan. */
  private static final String PREPARED_AT_ONCE = "&prepareThreshold=1";
  private static final String BANK = "agribank";
  private static final String POST = "buu-dien";
  private static final String COMMUNES = "xa";

  private final EmbeddedDatabases databases;
  private final SftpSandbox sftp;
  private final PartnerBook book;
  private final ProvinceMaker.Plan plan;
  private @Nullable ApiBanks apis;
  private final List<AgreedPartner> partners;
  private final Path keys;
  private final List<Simulator> simulators = new ArrayList<>();

  private DemoWorld(EmbeddedDatabases databases, SftpSandbox sftp, ProvinceMaker.Plan plan, List<AgreedPartner> partners,
      Path keys) {
    this.databases = databases;
    this.sftp = sftp;
    this.plan = plan;
    this.partners = partners;
    this.keys = keys;
    this.book = new PartnerBook(databases.partners());
  }

  /** Starts what there is in the folder, or makes it. */
  public static DemoWorld open(DemoOptions options) throws IOException, SQLException, GeneralSecurityException, InterruptedException {
    return open(options, Map.of());
  }

  /** The same with further settings of PostgreSQL, name → value. */
  static DemoWorld open(DemoOptions options, Map<String, String> database) throws IOException, SQLException, GeneralSecurityException,
      InterruptedException {
    Path folder = folder(options);
    List<AgreedPartner> partners = AgreedPartner.all(options.mappings());
    FutureTask<SftpSandbox> server = new FutureTask<>(() -> SftpSandbox.open(folder.resolve("sftp"), AgreedPartner.passwords(partners)));
    new Thread(server, "sftp-opens").start();   // beside the database, which waits for processes of its own
    EmbeddedDatabases databases = EmbeddedDatabases.open(folder.resolve("postgres"), database);
    ProvinceMaker.Plan plan = ProvinceMaker.make(databases.welfareAsOwner(),
        new ProvinceMaker.Plan(options.seed(), options.payouts(), MONTH, options.communes()));
    DemoWorld world = new DemoWorld(databases, opened(server), plan, partners, folder.resolve("keys"));
    world.populate(options);
    return world;
  }

  private static SftpSandbox opened(FutureTask<SftpSandbox> server) throws IOException, InterruptedException {
    try {
      return server.get();
    } catch (ExecutionException e) {
      throw new IOException("the SFTP server does not open", e.getCause());
    }
  }

  public static Path folder(DemoOptions options) {
    return options.dataDir().resolve("outside");
  }

  private void populate(DemoOptions options) throws IOException, GeneralSecurityException, InterruptedException {
    Places places = Places.read(ProvinceMaker.communes(options.communes()));
    sftp.folders(POST, places.communesOfOffice().keySet().stream().flatMap(o -> Stream.of(o + "/in", o + "/out")).toList());
    sftp.folders(COMMUNES, places.communeFolders().stream().flatMap(c -> Stream.of(c + "/di", c + "/ve")).toList());
    Decisions decisions = new Decisions(plan.seed());
    CashBook.CashDays cashDays = new FirstToFifteenth();
    simulators.add(new ProvinceSimulator(databases.welfareAsOwner(), plan.month(), options.months(), options.eventful()));
    for (AgreedPartner partner : partners) {
      bank(partner, options, decisions);
    }
    apis = new ApiBanks(folder(options).resolve("api"), book, new JdbcTemplate(databases.welfareAsOwner().dataSource()), decisions,
        options.apiScript(), START);
    simulators.add(apis);
    simulators.add(new PostOfficeSimulator(side(POST), places.communesOfOffice(), decisions, cashDays));
    simulators.add(new CommuneSimulator(side(COMMUNES), places.communeFolders(), decisions, cashDays));
  }

  /** One that takes files; nothing for any other partner. */
  private void bank(AgreedPartner bank, DemoOptions options, Decisions decisions) throws IOException {
    BankSimulator.Settings settings = new BankSimulator.Settings(String.valueOf(bank.fundingAccount()), FileBanks.bins(),
        BankAction.script(options.bankScript(), bank.id(), bank.id().equals(BANK)), START, options.eventful());
    Optional<Simulator> simulator = bank.sftp() == null ? Optional.empty()
        : FileBanks.simulator(bank, side(bank.id()), settings, decisions, keys);
    if (simulator.isPresent()) {
      sftp.folders(bank.id(), List.of("in", "out"));
      simulators.add(simulator.get());
    }
  }

  private PartnerSide side(String partner) {
    return new PartnerSide(partner, sftp.home(partner), book);
  }

  /** Every simulator does its due work; clients' breaches of the rules are recorded. */
  public boolean tick(Instant now) {
    boolean did = false;
    for (Simulator simulator : simulators) {
      did |= simulator.tick(now);
    }
    for (UploadWatch.Breach breach : sftp.breaches()) {
      book.violation(breach.user(), breach.path(), breach.what(), now);
    }
    return did;
  }

  public Optional<Instant> nextDue() {
    return simulators.stream().flatMap(simulator -> simulator.nextDue().stream()).min(Instant::compareTo);
  }

  /** Answers that the hub has not fetched yet. */
  public List<String> waitingReplies() {
    return simulators.stream().filter(FilePartner.class::isInstance).flatMap(s -> ((FilePartner) s).waiting().stream()).toList();
  }

  ProvinceMaker.Plan plan() {
    return plan;
  }

  public DatabaseAccess hub() {
    return databases.hub();
  }

  public DatabaseAccess welfare() {
    return databases.welfareAsOwner();
  }

  public DatabaseAccess partners() {
    return databases.partners();
  }

  /** For those who break them on purpose. */
  public EmbeddedDatabases databases() {
    return databases;
  }

  /** For those who break it on purpose. */
  public SftpSandbox sftp() {
    return sftp;
  }

  public Path sftpRoot() {
    return sftp.home(BANK).getParent();
  }

  /** Settings by which the hub finds all this, as arguments. */
  public List<String> settings() {
    List<String> settings = new ArrayList<>();
    database(settings, "hub.database", databases.hub());
    database(settings, "hub.welfare", databases.welfareAsGuest());
    for (String connection : AgreedPartner.passwords(partners).keySet()) {
      String prefix = "--hub.sftp." + connection + ".";
      settings.add(prefix + "host=" + sftp.host());
      settings.add(prefix + "port=" + sftp.port());
      settings.add(prefix + "username=" + connection);
      settings.add(prefix + "password=" + sftp.password(connection));
      settings.add(prefix + "known-hosts=" + sftp.knownHosts());
    }
    Objects.requireNonNull(apis).settings().forEach(one -> settings.add("--" + one));
    PgpKeys.settings(keys, partners).forEach(setting -> settings.add("--" + setting));
    return settings;
  }

  /** From now on banks with an API tell the hub of results. @param base address of the hub */
  public void hubListensAt(String base) {
    Objects.requireNonNull(apis).hubListensAt(base);
  }

  private static void database(List<String> settings, String prefix, DatabaseAccess access) {
    settings.add("--" + prefix + ".url=" + access.url() + PREPARED_AT_ONCE);
    settings.add("--" + prefix + ".username=" + access.username());
    settings.add("--" + prefix + ".password=" + access.password());
  }

  @Override
  public void close() throws IOException {
    if (apis != null) {
      apis.close();
    }
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
