package vn.chitra.hub.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.BuildBatch;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.batch.GatheredBatches;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.fixture.NameTeller;
import vn.chitra.hub.fixture.StoryAgency;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.reconciliation.CloseMonth;
import vn.chitra.hub.reconciliation.WatchReplies;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.support.Zone;

/**
 * A test scenario for the hub: payrolls are handed over, planned, released, sent, answered by files. A payment is named by its endToEndId.
 * After each file the tables are checked ({@link Books}).
 */
final class HubStory {

  static final String BANK = "agribank";
  static final String POST = "buu-dien";
  static final String COMMUNE = "xa";
  static final String POST_OFFICE = "BD2511";
  static final String COMMUNE_FOLDER = "04792";
  static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private final HubFixture hub = HubFixture.get();
  private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
  private final Books books = new Books(hub);
  private final StoryPayouts payouts = new StoryPayouts(hub, books);
  private @Nullable StoryArchive archive;

  private HubStory() {
    hub.reset(at(NOVEMBER.atDay(2), 8));
  }

  /** An empty hub on the morning of Monday, 2 November 2026. */
  static HubStory begin() {
    return new HubStory();
  }

  Books books() {
    return books;
  }

  LocalDate today() {
    return LocalDate.ofInstant(hub.clock().instant(), Zone.VIETNAM);
  }

  Instant instant() {
    return hub.clock().instant();
  }

  void itIs(LocalDate day) {
    hub.clock().moveTo(at(day, 8));
  }

  /** One payroll of November, its payments planned and released; gives their ids. */
  List<String> handOver(Channel channel, long... amounts) {
    String payroll = payouts.take(channel, amounts);
    plan(payroll);
    hub.bean(ReleasePayroll.class).release(payroll);
    return newestPayments(payroll);
  }

  /** The same for people whose accounts are at the bank with that BIN. */
  List<String> handOverTo(String bin, Channel channel, long... amounts) {
    String payroll = payouts.take(channel, amounts);
    jdbc.update("update payout set bank_bin = ? where payroll_id = ?", bin, payroll);
    plan(payroll);
    hub.bean(ReleasePayroll.class).release(payroll);
    return newestPayments(payroll);
  }

  /** Handed over and sent, to people of these names in this order. */
  List<String> sentTo(Channel channel, List<String> names, long... amounts) {
    String payroll = payouts.take(channel, amounts);
    for (int line = 1; line <= names.size(); line++) {
      jdbc.update("update payout set beneficiary_name = ?, payee_name = ? where payroll_id = ? and line_no = ?", names.get(line - 1),
          names.get(line - 1), payroll, line);
    }
    plan(payroll);
    hub.bean(ReleasePayroll.class).release(payroll);
    List<String> payments = newestPayments(payroll);
    send();
    return payments;
  }

  StoryPayouts payouts() {
    return payouts;
  }

  void plan(String payroll) {
    hub.bean(PlanPayroll.class).plan(payroll);
  }

  List<String> newestPayments(String payroll) {
    return jdbc.queryForList("select l.end_to_end_id from payment l join payout p using (payout_id) where p.current_payroll_id = ?"
        + " and l.attempt = p.attempt order by p.current_line_no", String.class, payroll);
  }

  /** At the partners' next send time: payments into batches that are still open. */
  void gather() {
    GatherBatches gather = hub.bean(GatherBatches.class);
    for (int days = 0; days < 10; days++) {
      hub.clock().moveTo(at(today().plusDays(1), 10));
      if (!GatheredBatches.of(gather, List.of(PartnerKind.values())).isEmpty()) {
        return;
      }
    }
    throw new IllegalStateException("nothing to gather");
  }

  /** Open batches become files that are about to leave. */
  void build() {
    for (Long batch : jdbc.queryForList("select batch_id from batch where state = 'OPEN' order by 1", Long.class)) {
      try {
        hub.bean(BuildBatch.class).build(batch);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** SENDING is committed, nothing is known yet. */
  void startSending() {
    jdbc.queryForList("select batch_id from batch where state in ('BUILT', 'IN_DOUBT', 'WAITING_FUNDS') order by 1", Long.class)
        .forEach(batch -> hub.bean(SendBatch.class).begin(batch));
  }

  void settle(UploadResult result) {
    jdbc.queryForList("select batch_id from batch where state in ('SENDING') order by 1", Long.class)
        .forEach(batch -> hub.bean(SendBatch.class).settle(new UploadAttempt(batch, attempt(batch), result)));
  }

  /** The process dies and starts again: every send that was under way is in doubt. */
  void restart() {
    hub.bean(SendGate.class).afterSingletonsInstantiated();
    jdbc.update("update batch set state = 'IN_DOUBT', retry_at = now(), version = version + 1 where state = 'SENDING'");
  }

  /** One proposes, another approves; what cannot be done is refused and changes nothing. */
  void repair(RepairAction action, long id) {
    wish(action, id);
  }

  /** The same; gives what came of it. */
  Outcome wish(RepairAction action, long id) {
    Outcome outcome = request(action, id);
    return outcome instanceof Outcome.Proposed proposed ? approve(proposed.proposalId()) : outcome;
  }

  /** One proposes; gives the number of the proposal. */
  long propose(RepairAction action, long id) {
    return ((Outcome.Proposed) request(action, id)).proposalId();
  }

  Outcome approve(long proposal) {
    return hub.bean(Repairs.class).approve(new Actor("hung", Role.APPROVER), proposal);
  }

  private Outcome request(RepairAction action, long id) {
    return hub.bean(Repairs.class).request(new Actor("lan", Role.OPERATOR), action, String.valueOf(id), "", "Theo biên bản");
  }

  void settle(UploadAttempt attempted) {
    hub.bean(SendBatch.class).settle(attempted);
  }

  /** How often a send of it has begun. */
  int attempt(long batch) {
    return jdbc.queryForObject("select upload_attempt from batch where batch_id = ?", Integer.class, batch);
  }

  /** Gathered, built and proven at the partner. */
  void send() {
    gather();
    build();
    startSending();
    settle(new UploadResult.Proven("kích thước đọc lại khớp"));
  }

  /** Handed over and sent. */
  List<String> sent(Channel channel, long... amounts) {
    List<String> payments = handOver(channel, amounts);
    send();
    return payments;
  }

  void reroute() {
    hub.bean(ReroutePayouts.class).reroute();
    books.balance();
  }

  /** As the route does it, partner by partner. */
  void watchReplies() {
    WatchReplies replies = hub.bean(WatchReplies.class);
    replies.partners().forEach(replies::watch);
  }

  /** Whether the hub's own queues take no message. */
  void queuesStop(boolean stopped) {
    hub.queuesStop(stopped);
  }

  /** As the route does it, month by month. */
  void closeMonths() {
    CloseMonth months = hub.bean(CloseMonth.class);
    months.due().forEach(months::close);
  }

  long reroutesDue() {
    return hub.bean(ReroutePayouts.class).due();
  }

  /** The current data of the agencies' database. */
  StoryAgency agency() {
    return hub.agency();
  }

  /** The API of the bank that is asked for names. */
  NameTeller names() {
    return hub.names();
  }

  <T> T bean(Class<T> type) {
    return hub.bean(type);
  }

  /** The credit of a payment that came back stands on the statement. */
  void creditStands(String payment) {
    jdbc.update("update payment set credit_matched = true where end_to_end_id = ? and state = 'RETURNED'", payment);
  }

  /** The unpaid of November go back to the agency: the last pay day is past. */
  void carryOver() {
    itIs(NOVEMBER.atDay(18));
    reroute();
  }

  void close(YearMonth period) {
    jdbc.update("insert into period_close (programme, period, closed_at) values ('BTXH', ?, ?)", first(period), now());
  }

  /** The partner puts out a file; gives what became of it. */
  String feed(InboundFile file) {
    String state = feedUnbalanced(file);
    books.agree();
    return state;
  }

  /** The same where the books are not complete yet. */
  String feedUnbalanced(InboundFile file) {
    arrive(file);
    confirm();
    return jdbc.queryForObject("select f.state from file_arrival a join file f using (file_id) order by arrival_id desc limit 1",
        String.class);
  }

  void arrive(InboundFile file) {
    try {
      Path spool = Files.createTempFile("answer-", ".bin");
      Files.write(spool, file.bytes());
      hub.bean(ReceiveFile.class).receive(hub.bean(Partners.class).byId(file.partner()).orElseThrow(), file.folder(), file.name(), spool);
      Files.delete(spool);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void confirm() {
    for (Long id : jdbc.queryForList("select file_id from file where state = 'ARCHIVED' order by 1", Long.class)) {
      whileArchived(() -> AppliedFile.apply(hub.bean(ApplyFile.class), hub.bean(PlatformTransactionManager.class), id));
    }
  }

  /** From now on every payout that may be moved is in the archive whenever a file or a statement comes. */
  void archiveFrom(StoryArchive given) {
    archive = given;
  }

  HubFixture hub() {
    return hub;
  }

  void whileArchived(Runnable work) {
    if (archive == null) {
      work.run();
    } else {
      archive.around(work);
    }
  }

  JdbcTemplate sql() {
    return jdbc;
  }

  byte[] archived(String sha256) {
    try {
      return Files.readAllBytes(hub.bean(Archive.class).path(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Date first(YearMonth month) {
    return Date.valueOf(month.atDay(1));
  }

  private Timestamp now() {
    return Timestamp.from(hub.clock().instant());
  }

  void itIs(Instant time) {
    hub.clock().moveTo(time);
  }

  void itIs(LocalDate day, int hour) {
    hub.clock().moveTo(at(day, hour));
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(Zone.VIETNAM).toInstant();
  }

  /** Bytes that a partner puts into its folder. */
  record InboundFile(String partner, String folder, String name, byte[] bytes) {

    InboundFile named(String other) {
      return new InboundFile(partner, folder, other, bytes);
    }
  }
}
