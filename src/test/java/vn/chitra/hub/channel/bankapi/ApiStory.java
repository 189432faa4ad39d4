package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.sim.bank.FileBanks;
import vn.chitra.hub.sim.bankapi.ApiAction;
import vn.chitra.hub.sim.bankapi.BankApiServer;
import vn.chitra.hub.sim.bankapi.BankApiSimulator;
import vn.chitra.hub.sim.bankapi.Events;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.MovableClock;
import vn.chitra.hub.support.Zone;

/** A running hub and a bank with an API, over real databases; time is the test's. */
final class ApiStory implements AutoCloseable {

  static final String BANK = "mb";
  /** A bank that this one pays to, without a name check. */
  static final String PLAIN_BIN = "970432";
  static final String QUERIED_BIN = "970422";
  static final Duration SOON = Duration.ofSeconds(40);
  private static final String EVENT_SECRET = "khoá ký tin";
  private static final String PREVIOUS_SECRET = "khoá ký tin trước đây";
  private static final String NAME = "NGUYEN THI DUC HUYEN";

  final Map<String, String> holders = new ConcurrentHashMap<>();
  private final Map<Integer, Set<ApiAction>> script = new ConcurrentHashMap<>();
  private final MovableClock clock = new MovableClock();
  private final SftpSandbox sftp;
  private final PartnerBook book;
  private final BankApiSimulator bank;
  private final BankApiServer server;
  private final RunningHub hub;
  private final JdbcTemplate jdbc;
  private final JdbcTemplate province;
  private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private int payrolls;

  ApiStory(Path data) throws Exception {
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    EmbeddedDatabases.Welfare welfare = databases.freshWelfare();
    province = new JdbcTemplate(welfare.owner().dataSource());
    sftp = SftpSandbox.open(data.resolve("sftp"), AgreedPartner.passwords());
    book = new PartnerBook(databases.freshPartners());
    AgreedPartner agreed = AgreedPartner.all().stream().filter(one -> one.id().equals(BANK)).findFirst().orElseThrow();
    Events events = BankApiServer.events();
    bank = new BankApiSimulator(BANK, book, new BankApiSimulator.Settings(agreed.sender(), String.valueOf(agreed.fundingAccount()),
        FileBanks.bins(), (bin, account) -> holders.get(account), script, 0, LocalDate.of(2026, 11, 16)), new Decisions(3),
        BusinessDays.vietnam(), events);
    server = BankApiServer.open(data.resolve("bank"), bank);
    clock.moveTo(at(2026, 11, 18, 9, 30));
    List<String> more = new ArrayList<>(List.of("hub.poll.recovery=300ms"));
    more.add("hub.api." + BANK + ".previous-webhook-secret=" + PREVIOUS_SECRET);
    server.settings(BANK).forEach((name, value) -> more.add(name + "=" + value));
    hub = RunningHub.start(clock, databases.freshHub(), welfare.guest(), sftp, data.resolve("hub"),
        List.copyOf(AgreedPartner.passwords().keySet()), more.toArray(String[]::new));
    jdbc = hub.bean(JdbcTemplate.class);
    base = "http://localhost:" + hub.bean(Environment.class).getRequiredProperty("local.server.port");
    events.hubListensAt(base + "/api/partners/" + BANK + "/events");
    ticker.scheduleWithFixedDelay(() -> bank.tick(clock.instant()), 0, 50, TimeUnit.MILLISECONDS);
  }

  JdbcTemplate sql() {
    return jdbc;
  }

  JdbcTemplate bankBooks() {
    return book.jdbc();
  }

  BankApiServer server() {
    return server;
  }

  List<String> violations() {
    return book.violations();
  }

  static Instant at(int year, int month, int day, int hour, int minute) {
    return LocalDateTime.of(year, month, day, hour, minute).atZone(Zone.VIETNAM).toInstant();
  }

  void moveTo(Instant then) {
    clock.moveTo(then);
  }

  /** Half past nine on the next banking day. */
  void nextMorning() {
    moveTo(BusinessDays.at(BusinessDays.vietnam().bankingDayAfter(BusinessDays.day(now())), 9, 30));
  }

  Instant now() {
    return clock.instant();
  }

  /** Done to the next bulk. @return its seq */
  int next(ApiAction... actions) {
    int seq = jdbc.queryForObject("select coalesce((select last_seq from file_sequence where partner = ?), 0) + 1", Integer.class, BANK);
    Set<ApiAction> set = EnumSet.noneOf(ApiAction.class);
    set.addAll(List.of(actions));
    script.put(seq, set);
    return seq;
  }

  /** Released payments of one payroll, to accounts of their own. @return their ids */
  List<String> payments(String bin, long... amounts) {
    String payroll = "API-" + ++payrolls;
    atTheProvince(payroll, bin, amounts);
    long total = Arrays.stream(amounts).sum();
    jdbc.update("""
        insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
          item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status)
        values (?, 'BTXH', 'XA04792', '04792', '2026-11-01', '2026-11-01', '2026-10-15', '2026-11-05', '2026-11-30', ?, ?, 'RELEASED',
          '2026-10-24 02:00Z', ?, ?, 'TAKEN')""", payroll, amounts.length, total, amounts.length, total);
    List<Object[]> payouts = new ArrayList<>();
    List<Object[]> payments = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int line = 1; line <= amounts.length; line++) {
      String account = account(payrolls, line);
      String id = EndToEndId.of(payroll, line, 1);
      ids.add(id);
      holders.putIfAbsent(account, NAME);
      payouts.add(new Object[] {payroll, line, payroll, line, payroll + "/" + line, amounts[line - 1], BANK, bin, account, NAME});
      payments.add(new Object[] {id, BANK, amounts[line - 1], bin, account, NAME, payroll, line});
    }
    new TransactionTemplate(hub.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> insert(payroll, payouts, payments));
    return ids;
  }

  private void insert(String payroll, List<Object[]> payouts, List<Object[]> payments) {
    jdbc.batchUpdate("""
        insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
          beneficiary_id, kind, for_from, for_to, amount_vnd, state, channel, partner, explanation, beneficiary_name, circumstance,
          no_transfer, cash_place, payee_name, payee_relation, bank_bin, account_no, account_name, attempt, pay_from, pay_until,
            updated_at)
        values (?, ?, ?, ?, 'BTXH', '04792', '2026-11-01', ?, 'NH', 'REGULAR', '2026-11-01', '2026-11-01', ?, 'OPEN', 'BANK', ?, 'x',
          'Nguyễn Thị Đức Huyền', 'NONE', false, 'COUNTER', 'Nguyễn Thị Đức Huyền', 'SELF', ?, ?, ?, 1, '2026-11-05', '2026-11-30',
          '2026-11-18 02:00Z')""", payouts);
    jdbc.update("insert into booking (period, partner, programme, column_name, payout_id, item_count, amount_vnd, booked_on)"
        + " select period, partner, programme, 'HANDED_OVER', payout_id, 1, amount_vnd, '2026-10-24' from payout where payroll_id = ?",
        payroll);
    jdbc.batchUpdate("""
        insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, bank_bin, account_no, account_name, state,
          released_at, updated_at)
        select payout_id, 1, ?, 'BANK', ?, ?, ?, ?, ?, 'PLANNED', '2026-10-25 02:00Z', '2026-10-25 02:00Z' from payout
        where payroll_id = ? and line_no = ?""", payments);
  }

  private void atTheProvince(String payroll, String bin, long... amounts) {
    province.update("insert into welfare.payroll (payroll_id, programme, agency_code, commune_code, period_from, period_to, account_cutoff,"
        + " pay_from, pay_until, item_count, total_vnd, status) values (?, 'BTXH', 'XA04792', '04792', '2026-11', '2026-11', '2026-10-15',"
        + " '2026-11-05', '2026-11-30', ?, ?, 'DRAFT')", payroll, amounts.length, Arrays.stream(amounts).sum());
    List<Object[]> lines = new ArrayList<>();
    for (int line = 1; line <= amounts.length; line++) {
      lines.add(new Object[] {payroll + "/" + line, payroll, line, amounts[line - 1]});
    }
    province.batchUpdate("insert into welfare.beneficiary (beneficiary_id, full_name, commune_code) values (?, 'Đỗ Thị Hường', '04792')",
        lines.stream().map(row -> new Object[] {row[0]}).toList());
    province.batchUpdate("insert into welfare.entitlement (entitlement_id, beneficiary_id, programme, benefit_code, payee_name,"
        + " payee_relation, valid_from) values (?, ?, 'BTXH', 'X1', 'Nguyễn Thị Đức Huyền', 'CARER', '2020-01-01')",
        lines.stream().map(row -> new Object[] {row[0], row[0]}).toList());
    province.batchUpdate("insert into welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)"
        + " values (?, ?, ?, ?, 'REGISTERED', '2026-01-01')",
        lines.stream().map(row -> new Object[] {row[0], bin, account(payrolls, (int) row[2]), NAME}).toList());
    province.batchUpdate("insert into welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd)"
        + " values (?, ?, ?, 'REGULAR', '2026-11', '2026-11', ?)",
        lines.stream().map(row -> new Object[] {row[1], row[2], row[0], row[3]}).toList());
  }

  /** Numbers of the accounts that the next payments go to. */
  List<String> accountsOfNext(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(line -> account(payrolls + 1, line)).toList();
  }

  private static String account(int payroll, int line) {
    return "%d%08d".formatted(1000 + payroll, line);
  }

  Map<String, Object> batch(int seq) {
    return jdbc.queryForList("select b.*, a.bulk_id from batch b left join api_bulk a using (batch_id) where partner = ? and seq = ?", BANK,
        seq).stream().findFirst().orElseGet(Map::of);
  }

  void awaitBatch(int seq, String state) {
    await().atMost(SOON).until(() -> state.equals(batch(seq).get("state")));
  }

  String payment(String id) {
    return jdbc.queryForObject("select state from payment where end_to_end_id = ?", String.class, id);
  }

  void awaitPayment(String id, String state) {
    await().atMost(SOON).until(() -> state.equals(payment(id)));
  }

  /** Kinds of the open cases about a subject. */
  List<String> cases(String subject) {
    return jdbc.queryForList("select kind from case_record where subject = ? and state = 'OPEN' order by 1", String.class, subject);
  }

  List<String> casesOfBatch(int seq) {
    return cases("batch:" + batch(seq).get("batch_id"));
  }

  List<String> casesOfPayout(String id) {
    return cases("payout:" + jdbc.queryForObject("select payout_id from payment where end_to_end_id = ?", Long.class, id));
  }

  /** The bank has ticked, and nothing is due any more. */
  void pass() {
    await().pollDelay(Duration.ofMillis(150)).atMost(SOON).until(() -> hub.due().isEmpty());
  }

  /** Pours so many bytes at the door for events. @return how many the hub let in before it answered or hung up */
  long pour(long bytes) {
    Water water = new Water(bytes);
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/partners/" + BANK + "/events")).header("X-Signature",
        signature(0, "")).POST(HttpRequest.BodyPublishers.ofInputStream(() -> water)).timeout(Duration.ofSeconds(30)).build();
    try {
      assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(413);
    } catch (IOException hungUp) {
      return water.poured;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return water.poured;
  }

  /** Nothing is due any more. */
  void rest() {
    await().atMost(SOON).until(() -> hub.due().isEmpty());
  }

  long posts(int from) {
    return calls(from, "POST /v1/bulk-transfers").size();
  }

  List<String> calls(int from, String prefix) {
    return server.log().subList(from, server.log().size()).stream().filter(call -> call.startsWith(prefix)).toList();
  }

  int heard() {
    return server.log().size();
  }

  String event(String eventId, String result) {
    return "{\"eventId\":\"" + eventId + "\",\"type\":\"transfer.updated\",\"result\":" + result + "}";
  }

  String result(String id, long amount, String status, String code) {
    return "{\"endToEndId\":\"" + id + "\",\"amount\":" + amount + ",\"status\":\"" + status + "\",\"code\":\"" + code
        + "\",\"text\":\"\",\"bankRef\":\"FT1\",\"bookedAt\":\"2026-11-18T10:05:00+07:00\"}";
  }

  /** An event as the bank signs it. @return the hub's status */
  int notify(String body) throws Exception {
    return notify(BANK, body, Events.signature(EVENT_SECRET, System.currentTimeMillis() / 1000, body));
  }

  int notify(String partner, String body, String signature) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/partners/" + partner + "/events"))
        .POST(HttpRequest.BodyPublishers.ofString(body));
    if (signature != null) {
      request.header("X-Signature", signature);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  static String signature(long secondsAgo, String body) {
    return Events.signature(EVENT_SECRET, System.currentTimeMillis() / 1000 - secondsAgo, body);
  }

  /** Signed with the secret that the bank is giving up. */
  static String previousSignature(long secondsAgo, String body) {
    return Events.signature(PREVIOUS_SECRET, System.currentTimeMillis() / 1000 - secondsAgo, body);
  }

  /** The inbound file that these bytes became. */
  Map<String, Object> file(String body) {
    String hash = HexFormat.of().formatHex(Archive.sha256().digest(body.getBytes(StandardCharsets.UTF_8)));
    return jdbc.queryForList("select * from file where direction = 'IN' and partner = ? and sha256 = ?", BANK, hash).stream().findFirst()
        .orElseGet(Map::of);
  }

  /** Waits until these bytes were read. @return the file's state */
  String read(String body) {
    await().atMost(SOON).until(() -> !file(body).isEmpty() && !"ARCHIVED".equals(file(body).get("state")));
    return String.valueOf(file(body).get("state"));
  }

  List<String> casesOfFile(String body) {
    return cases("file:" + file(body).get("file_id"));
  }

  byte[] archived(int seq) throws IOException {
    return Files.readAllBytes(hub.bean(Archive.class).path(String.valueOf(batch(seq).get("file_sha256"))));
  }

  <T> T bean(Class<T> type) {
    return hub.bean(type);
  }

  String base() {
    return base;
  }

  @Override
  public void close() throws Exception {
    ticker.shutdown();
    ticker.awaitTermination(10, TimeUnit.SECONDS);
    hub.close();
    server.close();
    sftp.close();
    book.close();
  }

  private static final class Water extends InputStream {

    private final long bytes;
    private volatile long poured;

    Water(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return poured++ < bytes ? 'x' : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      Arrays.fill(buffer, from, from + length, (byte) 'x');
      poured += length;
      return poured < bytes ? length : -1;
    }
  }
}
