package vn.chitra.hub.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.chitra.hub.batch.BuildBatch;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.batch.GatheredBatches;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.inbound.PartnerBooks.Fate;
import vn.chitra.hub.inbound.PartnerBooks.Outcome;
import vn.chitra.hub.inbound.PartnerBooks.Payment;
import vn.chitra.hub.inbound.PartnerBooks.PaymentFile;
import vn.chitra.hub.inbound.PartnerMessages.Acknowledgement;
import vn.chitra.hub.inbound.PartnerMessages.Message;
import vn.chitra.hub.inbound.PartnerMessages.Stated;
import vn.chitra.hub.inbound.PartnerMessages.Status;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.AgencyData;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.payroll.WithdrawPayroll;
import vn.chitra.hub.reconciliation.statement.MatchStatements;
import vn.chitra.hub.reconciliation.statement.TakeStatement;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome.Proposed;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;

/**
 * One random scenario of a few payments over several files and months. Everything follows from the seed, and every step from its own
 * number, so that a scenario can be repeated without some of its steps.
 */
final class MoneyStory {

  /** How far partners can be believed. */
  enum Partnership {
    /** Every status follows the books; statuses may be late, repeated and out of order. */
    HONEST,
    /** Wrong statuses too, but none that takes a payment back that the partner may still carry out, and none of money that never moved. */
    CLUMSY,
    /** Anything: refused and booked, rejected and booked, booked twice, never booked. */
    ERRING
  }

  /** The kinds of event that are more frequent than the rest. */
  enum Theme { REFUSALS, CASH, MONTHS, WITHDRAWALS, RACES }

  private static final int MOST_PAYOUTS = 6;
  private static final YearMonth LAST = YearMonth.of(2027, 1);
  private static final List<String> BINS = List.of("970405", "970436", "970418", ApiMessages.BIN);
  private static final List<String> REJECTIONS = List.of("01", "01", "02", "03", "04", "05", "06");
  private static final List<String> ISO_REJECTIONS = List.of("AC01", "AC04", "BE01", "AC06", "AM02", "MD07");
  private static final List<String> UNCOLLECTED = List.of("", "K1", "K4", "K5", "K6", "K9");
  private static final List<RepairAction> ON_PAYOUTS = List.of(RepairAction.HOLD_PAYOUT, RepairAction.UNFREEZE_PAYOUT,
      RepairAction.CANCEL_PAYMENT, RepairAction.PLAN_AGAIN,
      RepairAction.PLAN_AGAIN, RepairAction.CARRY_OVER_PAYOUT, RepairAction.HAND_BACK_PAYOUT, RepairAction.STOP_PAYOUT,
          RepairAction.WRITE_OFF_ERROR);
  private static final List<RepairAction> ON_BATCHES = List.of(RepairAction.RELEASE_REFUSED_BATCH, RepairAction.RELEASE_REFUSED_BATCH,
      RepairAction.FUNDS_STAND, RepairAction.SEND_AGAIN);

  private static final Object TRUE = Boolean.TRUE;

  private static final String SITUATION = """
      select exists (select from planned_payment where released_at is not null and not frozen) as travels,
        exists (select from batch where state in ('OPEN', 'BUILT', 'SENDING', 'IN_DOUBT')) as sends,
        exists (select from payment where state = 'PLANNED' and (frozen or released_at is null and came_back_from is not null))
          or exists (select from batch where state = 'WAITING_FUNDS') as back,
        exists (select from payout p where state in ('OPEN', 'HELD') and not exists (select from payment l where l.payout_id = p.payout_id
          and l.alive_or_paid)) as unpaid,
        exists (select from case_record where state = 'OPEN') as to_decide,
        exists (select from payout where state = 'CARRIED_OVER') as carried, exists (select from payout where key_freed) as freed,
        exists (select from payroll where state = 'TAKEN') as taken""";

  private final HubStory story = HubStory.begin();
  private final JdbcTemplate jdbc = story.sql();
  private final PartnerBooks truth = new PartnerBooks();
  private final PartnerMessages messages = new PartnerMessages(story);
  private final BankingCalendar calendar = story.bean(BankingCalendar.class);
  private final MoneyRules rules;
  private final Partnership partners;
  private final boolean withCommunes;
  private final Theme theme;
  private final String home;
  private final boolean withStatements;
  private final PartnerStatements statements = new PartnerStatements(truth);
  private final List<Message> waiting = new ArrayList<>();
  private final List<Message> attempted = new ArrayList<>();
  private final List<String> tale = new ArrayList<>();
  private Random dice;
  private YearMonth month = HubStory.NOVEMBER;
  private int payouts;
  private int people;
  private boolean played;

  MoneyStory(long seed) {
    dice = new Random(seed * 31 + 7);
    int of = dice.nextInt(100);
    partners = of < 35 ? Partnership.HONEST : of < 70 ? Partnership.CLUMSY : Partnership.ERRING;
    withCommunes = chance(8);
    theme = one(List.of(Theme.values()));
    home = one(List.of("970405", "970405", "970436", "970436", "970418", ApiMessages.BIN));
    withStatements = chance(25);
    rules = new MoneyRules(story, truth, partners == Partnership.ERRING);
    log("partners are " + partners + ", the story is about " + theme);
    handOver();
    travel();
    rules.hold();
  }

  /** From now on everything that may be moved is in the archive whenever a file or a statement comes. */
  StoryArchive archiving() {
    StoryArchive archive = new StoryArchive(story.hub());
    story.archiveFrom(archive);
    return archive;
  }

  /** The events so far, one line a step. */
  List<String> tale() {
    return tale;
  }

  /** @param seed of this step alone */
  void step(long seed) {
    dice = new Random(seed);
    List<Runnable> possible = possible();
    possible.get(dice.nextInt(possible.size())).run();
    rules.hold();
  }

  /** The possible next events; a likelier event is listed more often. */
  private List<Runnable> possible() {
    Map<String, Object> now = jdbc.queryForMap(SITUATION);
    List<Runnable> can = new ArrayList<>();
    boolean arrived = truth.files.stream().anyMatch(file -> file.fate == Fate.ARRIVED);
    boolean booked = truth.files.stream().anyMatch(PaymentFile::isBooked);
    boolean refused = truth.files.stream().anyMatch(file -> file.fate == Fate.REFUSED);
    boolean misbehave = partners != Partnership.HONEST && !truth.files.isEmpty();
    can(can, payouts < MOST_PAYOUTS, now.get("freed") == TRUE ? 4 : 1, this::handOver);
    can(can, now.get("travels") == TRUE, 8, this::travel);
    can(can, now.get("sends") == TRUE, 5, this::send);
    can(can, arrived, 10, this::partnersDecide);
    can(can, !MoneyRules.unfinished(truth).isEmpty(), 7, this::partnersPay);
    can(can, booked, 6, this::partnersSpeak);
    can(can, !waiting.isEmpty(), theme == Theme.MONTHS ? 4 : 2, this::late);
    can(can, !attempted.isEmpty(), 1, this::again);
    can(can, misbehave, partners == Partnership.ERRING ? 5 : 3, this::wrongWord);
    can(can, misbehave && refused, theme == Theme.REFUSALS ? 6 : 2, this::ofARefusedFile);
    can(can, now.get("back") == TRUE, 8, this::letGoAgain);
    can(can, now.get("unpaid") == TRUE, 6, this::reroute);
    can(can, now.get("unpaid") == TRUE, 4, this::newAccount);
    can(can, true, theme == Theme.MONTHS ? 5 : 1, this::timePasses);
    can(can, true, 1, this::timers);
    can(can, now.get("to_decide") == TRUE, theme == Theme.CASH ? 1 : 3, this::personsDecide);
    can(can, true, 1, this::personsDecide);
    can(can, now.get("carried") == TRUE, 6, this::revive);
    can(can, now.get("taken") == TRUE, 3, this::planAndRelease);
    can(can, true, theme == Theme.WITHDRAWALS ? 3 : 0, this::withdraw);
    can(can, true, theme == Theme.RACES ? 6 : 1, this::twoHubs);
    can(can, now.get("sends") == TRUE, 1, this::processDies);
    return can;
  }

  private static void can(List<Runnable> all, boolean possible, int likely, Runnable step) {
    if (possible) {
      all.addAll(Collections.nCopies(likely, step));
    }
  }

  /** Partners tell all that they booked, and nothing may be silent; then time passes, and nothing may be forgotten. */
  void end(long seed) {
    dice = new Random(seed);
    log("— the end: everything is told");
    planAndRelease();
    if (chance(50)) {
      newAccount();
      reroute();
      travel();
      rules.hold();
    }
    truth.files.stream().filter(file -> file.fate == Fate.ARRIVED).forEach(this::decide);
    itIs(bankingDay(story.today().plusDays(1)), 10);
    MoneyRules.unfinished(truth).forEach(payment -> outcome(payment, chance(60)));
    Collections.shuffle(waiting, dice);
    while (!waiting.isEmpty()) {
      deliver(waiting.remove(0));
    }
    for (PaymentFile file : List.copyOf(truth.files)) {
      if (file.isBooked()) {
        file.listClosed |= !file.kind.isBank();
        say(file, file.payments, true).forEach(this::deliver);
      }
    }
    rules.hold();
    if (withStatements) {
      itIs(bankingDay(story.today().plusDays(1)), 10);
      while (!waiting.isEmpty()) {
        deliver(waiting.remove(0));
      }
      matchStatements();
    }
    rules.nothingIsSilent(withStatements);
    if (withStatements && partners == Partnership.HONEST) {
      rules.nobodyIsAccused();
    }
    played = true;
    for (int days : new int[] {6, 9, 20}) {
      timers();
      itIs(bankingDay(story.today().plusDays(days)), 10);
    }
    timers();
    rules.hold();
    rules.nothingIsForgotten();
  }

  // what the agency does

  private LocalDate bankingDay(LocalDate onOrAfter) {
    return calendar.nextBankingDay(onOrAfter).orElseThrow();
  }

  private void handOver() {
    int many = Math.min(MOST_PAYOUTS - payouts, payouts == 0 ? 2 + dice.nextInt(3) : 1 + dice.nextInt(2));
    if (many <= 0) {
      return;
    }
    List<StoryPayouts.Line> lines = new ArrayList<>();
    jdbc.query("select entitlement_id, amount_vnd from payout p where key_freed and for_from = ? and not exists (select from payout q where"
        + " q.entitlement_id = p.entitlement_id and q.for_from = p.for_from and not q.key_freed) and not exists (select from period_close c"
        + " where c.period = p.for_from) order by payout_id limit 1", rs -> {
          lines.add(new StoryPayouts.Line(rs.getString(1), Channel.BANK, home, rs.getLong(2)));
        }, java.sql.Date.valueOf(month.atDay(1)));
    for (int i = lines.size(); i < many; i++) {
      Channel channel = chance(theme == Theme.CASH ? 30 : 80) ? Channel.BANK : withCommunes
          && chance(50) ? Channel.COMMUNE_CASH : Channel.POST_CASH;
      lines.add(new StoryPayouts.Line("", channel, chance(80) ? home : one(BINS), 500_000L + 10_000L * ++payouts));
    }
    String payroll = story.payouts().take(month, lines.toArray(StoryPayouts.Line[]::new));
    log("the agency hands over " + payroll + ": " + lines);
    if (chance(85)) {
      story.plan(payroll);
      story.bean(ReleasePayroll.class).release(payroll);
    }
  }

  private void planAndRelease() {
    for (String payroll : jdbc.queryForList("select payroll_id from payroll where state in ('TAKEN', 'PLANNED') order by 1",
        String.class)) {
      story.plan(payroll);
      story.bean(ReleasePayroll.class).release(payroll);
      log("planned and released: " + payroll);
    }
  }

  private void newAccount() {
    List<String> unpaid = jdbc.queryForList("select entitlement_id from payout p where state in ('OPEN', 'HELD') and not exists (select"
        + " from payment l where l.payout_id = p.payout_id and l.alive_or_paid) order by 1", String.class);
    if (unpaid.isEmpty()) {
      return;
    }
    String entitlement = one(unpaid);
    if (chance(90)) {
      AgencyData.Account account = new AgencyData.Account(chance(60) ? home : one(BINS), "27002010000" + (10 + ++people),
          "NGUYEN THI DUC HUYEN");
      story.agency().accounts.put(entitlement, account);
      log("the agency registers for " + entitlement + " an account at " + account.bankBin());
      if (chance(50)) {
        reroute();
      }
    } else {
      story.agency().deaths.put(entitlement, story.today().withDayOfMonth(1).minusDays(1 + dice.nextInt(40)));
      log("the agency records the death of " + entitlement);
    }
  }

  /** CARRY_OVER lines of the next month. */
  private void revive() {
    List<String> carried = jdbc.queryForList("select l.end_to_end_id from payout p join payment l on l.payout_id = p.payout_id"
        + " and l.attempt = p.attempt where p.state = 'CARRIED_OVER' order by 1", String.class);
    if (carried.isEmpty()) {
      planAndRelease();
      return;
    }
    String id = one(carried);
    String payroll = story.payouts().revive(id, month.isBefore(LAST) && story.today().getDayOfMonth() > 17 ? month.plusMonths(1) : month);
    log("a CARRY_OVER line revives " + id + " in " + payroll);
    if (chance(40)) {
      story.plan(payroll);
      story.bean(ReleasePayroll.class).release(payroll);
    }
  }

  private void withdraw() {
    String payroll = one(jdbc.queryForList("select payroll_id from payroll order by 1", String.class));
    log("the agency withdraws " + payroll);
    story.bean(WithdrawPayroll.class).withdraw(payroll);
  }

  // what the hub does by itself

  private void timers() {
    log("timers: withdrawn payrolls, re-routes, overdue answers, month's end");
    story.bean(WithdrawPayroll.class).holdPayrollPayouts();
    credits();
    story.bean(ReroutePayouts.class).reroute();
    story.watchReplies();
    story.closeMonths();
  }

  private void reroute() {
    credits();
    log("re-route: " + story.bean(ReroutePayouts.class).reroute() + " payouts move");
  }

  /** The statement entries: the credit of a returned payment. */
  private void credits() {
    if (withStatements) {
      matchStatements();
      return;
    }
    truth.bookings.stream().filter(PartnerBooks.Booking::back).forEach(booking -> story.creditStands(booking.id()));
  }

  private void travel() {
    gather();
    if (chance(90)) {
      build();
      if (chance(95)) {
        send();
      }
    }
  }

  private void gather() {
    List<PartnerKind> kinds = waiting();
    if (!kinds.isEmpty() && GatheredBatches.of(story.bean(GatherBatches.class), kinds).isEmpty()) {
      itIs(bankingDay(story.today().plusDays(1)), 10);
      GatheredBatches.of(story.bean(GatherBatches.class), kinds);
    }
  }

  /** Kinds of the partners to which something could travel. */
  private List<PartnerKind> waiting() {
    return jdbc.queryForList("select distinct partner from planned_payment where released_at is not null and not frozen"
        + " order by 1", String.class).stream().map(partner -> story.bean(Partners.class).byId(partner).orElseThrow().kind()).toList();
  }

  private void build() {
    for (Long batch : jdbc.queryForList("select batch_id from batch where state = 'OPEN' order by 1", Long.class)) {
      build(batch);
    }
    know();
  }

  private void build(long batch) {
    try {
      story.bean(BuildBatch.class).build(batch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that got their number since. */
  private void know() {
    for (Long batch : jdbc.queryForList("select batch_id from batch where seq is not null order by 1", Long.class)) {
      if (truth.files.stream().noneMatch(file -> file.batch == batch)) {
        String partner = Objects.requireNonNull(jdbc.queryForObject("select partner from batch where batch_id = ?", String.class, batch));
        LocalDate valueDate = jdbc.queryForObject("select value_date from batch where batch_id = ?", LocalDate.class, batch);
        PaymentFile file = new PaymentFile(story.books().batch(batch), partner,
            story.bean(Partners.class).byId(partner).orElseThrow().kind(), valueDate == null ? LocalDate.EPOCH : valueDate);
        jdbc.query("select end_to_end_id, amount_vnd from payment where batch_id = ? order by batch_line",
            rs -> { file.payments.add(new Payment(file, rs.getString(1), rs.getLong(2))); }, batch);
        truth.files.add(file);
        log("built: " + file + " (batch " + batch + ") with " + file.payments.stream().map(payment -> payment.id).toList());
      }
    }
  }

  private void send() {
    build();
    for (Long batch : jdbc.queryForList("select batch_id from batch where state in ('BUILT', 'IN_DOUBT', 'WAITING_FUNDS') order by 1",
        Long.class)) {
      if (story.bean(SendBatch.class).begin(batch).isPresent()) {
        PaymentFile file = file(batch);
        boolean arrives = chance(90);
        if (arrives && (file.fate == Fate.NOT_ARRIVED || file.fate == Fate.WITHOUT_FUNDS)) {
          file.fate = Fate.ARRIVED;
        }
        boolean known = chance(85);
        UploadResult seen = arrives && known ? new UploadResult.Proven("kích thước đọc lại khớp") : new UploadResult.Unknown("đứt");
        boolean settled = chance(92);
        log("sent: " + file + (arrives ? ", it arrives" : ", it does not arrive") + (settled ? ", " + seen : ", nothing is settled"));
        if (settled) {
          story.settle(new UploadAttempt(batch, story.attempt(batch), seen));
        }
      }
    }
  }

  private void processDies() {
    log("the process dies and starts again");
    if (chance(50) && !truth.files.isEmpty()) {
      PaymentFile file = one(truth.files);
      story.settle(new UploadAttempt(file.batch, 1 + dice.nextInt(2), new UploadResult.Unknown("đứt")));
    }
    story.restart();
  }

  // what partners do

  private void partnersDecide() {
    truth.files.stream().filter(file -> file.fate == Fate.ARRIVED).toList().forEach(this::decide);
  }

  private void decide(PaymentFile file) {
    int way = file.kind.isBank() ? dice.nextInt(100) : 0;
    int held = theme == Theme.REFUSALS && file.sent.seq() == 1 ? 25 : 60;
    way = file.kind == PartnerKind.BANK_API ? Math.min(way, 87) : way;
    file.fate = way < held ? Fate.HELD : way < 88 ? Fate.REFUSED : Fate.WITHOUT_FUNDS;
    file.bookedAlthoughRefused = file.fate == Fate.REFUSED && partners == Partnership.ERRING && chance(40);
    log(file + " is " + file.fate + (file.bookedAlthoughRefused ? ", and booked all the same" : ""));
    Acknowledgement acknowledgement = file.fate == Fate.HELD ? Acknowledgement.ACCEPTED : file.fate == Fate.REFUSED
        ? Acknowledgement.REFUSED : Acknowledgement.NO_FUNDS;
    String code = acknowledgement == Acknowledgement.ACCEPTED ? "00" : acknowledgement == Acknowledgement.NO_FUNDS ? "F4" : chance(50)
        ? "F2" : "F3";
    speak(messages.acknowledgement(file, acknowledgement, code, ++file.acknowledgements, true));
  }

  private void partnersPay() {
    if (!calendar.isBankingDay(story.today())) {
      itIs(bankingDay(story.today()), 10);
    }
    for (PaymentFile file : truth.files) {
      for (Payment payment : file.payments) {
        if (file.isBooked() && !file.listClosed && payment.outcome == Outcome.IN_PROGRESS && chance(60)) {
          outcome(payment, chance(60));
        } else if (payment.outcome == Outcome.PAID && file.kind.isBank() && chance(15)) {
          truth.giveBack(payment, story.today());
          payment.code = PartnerMessages.isIso(file) ? "AC04" : "20";
          log(file + ": " + payment.id + " comes back");
        }
      }
    }
    if (partners == Partnership.ERRING && chance(25)) {
      if (chance(50)) {
        paidAllTheSame();
      } else {
        paidTwice();
      }
    }
  }

  private void outcome(Payment payment, boolean paid) {
    if (paid) {
      truth.pay(payment, story.today());
      payment.code = "00";
    } else {
      payment.outcome = Outcome.NOT_PAID;
      payment.day = story.today();
      payment.code = payment.file.kind.isBank() ? one(PartnerMessages.isIso(payment.file) ? ISO_REJECTIONS : REJECTIONS)
          : chance(80) ? one(UNCOLLECTED) : chance(50) ? "K2" : "K3";
    }
    log(payment.file + ": " + payment.id + " is " + payment.outcome + " " + payment.code);
  }

  /** The partner pays a payment that it had rejected. */
  private void paidAllTheSame() {
    truth.files.stream().flatMap(file -> file.payments.stream()).filter(payment -> payment.outcome == Outcome.NOT_PAID).findAny()
        .ifPresent(payment -> {
          outcome(payment, true);
          if (payment.file.listClosed) {
            say(payment.file, payment.file.payments, true).forEach(this::speak);
          }
        });
  }

  /** One payment is booked on two days, under two references; only the statement is sure to show it. */
  private void paidTwice() {
    if (withStatements) {
      truth.files.stream().filter(file -> file.kind.isBank()).flatMap(file -> file.payments.stream())
          .filter(payment -> payment.outcome == Outcome.PAID && payment.day.isBefore(story.today())).findAny().ifPresent(payment -> {
            truth.pay(payment, story.today());
            log(payment.file + ": " + payment.id + " is paid a second time");
          });
    }
  }

  private void partnersSpeak() {
    for (PaymentFile file : truth.files) {
      if (!file.isBooked() || !chance(70)) {
        continue;
      }
      List<Payment> some = file.payments.stream().filter(payment -> chance(70)).toList();
      boolean all = some.size() == file.payments.size();
      boolean last = all && chance(50);
      if (!file.kind.isBank()) {
        last &= file.payments.stream().noneMatch(payment -> payment.outcome == Outcome.IN_PROGRESS) || chance(30);
        file.listClosed |= last;
        if (last) {
          file.payments.stream().filter(payment -> payment.outcome == Outcome.IN_PROGRESS).forEach(payment -> outcome(payment, false));
        }
      }
      boolean allPaid = all && file.payments.stream().allMatch(payment -> payment.outcome == Outcome.PAID);
      if (PartnerMessages.isIso(file) && allPaid && chance(30)) {
        speak(messages.allCredited(file));
      } else if (!some.isEmpty()) {
        say(file, some, last).forEach(this::speak);
      }
    }
  }

  /** The true state of those payments. Money that came back was paid before: a partner that never reported the payment reports both. */
  private List<Message> say(PaymentFile file, List<Payment> some, boolean last) {
    List<Stated> stated = new ArrayList<>();
    for (Payment payment : some) {
      if (payment.outcome == Outcome.CAME_BACK && !payment.notifiedPaid) {
        stated.add(new Stated(payment.id, payment.amount, Status.PAID, "00", payment.paidOn, payment.reference));
      }
      payment.notifiedPaid |= payment.outcome == Outcome.PAID || payment.outcome == Outcome.CAME_BACK;
      stated.add(new Stated(payment.id, payment.amount, status(payment), code(payment, last),
          payment.outcome == Outcome.IN_PROGRESS ? story.today() : payment.day, payment.reference));
    }
    return messages.results(file, last, stated);
  }

  private static Status status(Payment payment) {
    return switch (payment.outcome) {
      case IN_PROGRESS -> Status.IN_PROGRESS;
      case PAID -> Status.PAID;
      case CAME_BACK -> Status.RETURNED;
      case NOT_PAID -> payment.file.kind.isBank() || payment.code.equals("K2") || payment.code.equals("K3") ? Status.REJECTED
          : Status.UNCOLLECTED;
    };
  }

  private String code(Payment payment, boolean last) {
    if (payment.outcome != Outcome.IN_PROGRESS) {
      return payment.code;
    }
    return switch (payment.file.kind) {
      case BANK_ISO -> chance(70) ? "ACSP" : "PDNG";
      case POST_OFFICE, COMMUNE -> last ? "K1" : "";
      default -> List.of("09", "09", "51", "96").get(dice.nextInt(4));
    };
  }

  /** Heard now, or later, or twice. */
  private void speak(@Nullable Message message) {
    if (message == null) {
      return;
    }
    if (chance(80)) {
      deliver(message);
    } else {
      waiting.add(message);
      log("on its way: " + message);
    }
  }

  private void late() {
    if (!waiting.isEmpty()) {
      deliver(waiting.remove(dice.nextInt(waiting.size())));
    }
  }

  private void again() {
    if (!attempted.isEmpty()) {
      Message message = one(attempted);
      deliver(new Message(chance(70) || message.file().partner().equals(HubStory.BANK) || message.about() != null
          && !message.about().kind.isBank() ? message.file() : message.file().named("bản sao " + message.file().name()), message.about(),
          message.acknowledgement(), message.ourHash(), message.closing(), message.stated()));
    }
  }

  private void deliver(Message message) {
    attempted.add(message);
    story.arrive(message.file());
    story.confirm();
    heard(message);
  }

  private void heard(Message message) {
    Long file = jdbc.queryForObject("select file_id from file_arrival order by arrival_id desc limit 1", Long.class);
    String state = jdbc.queryForObject("select state from file where file_id = ?", String.class, file);
    log("heard (" + state + ", file " + file + "): " + message);
    rules.heard(message, Objects.requireNonNull(state), Objects.requireNonNull(file));
  }

  // what partners should not do

  private void wrongWord() {
    if (partners == Partnership.HONEST || truth.files.isEmpty()) {
      partnersSpeak();
      return;
    }
    PaymentFile file = one(truth.files);
    switch (dice.nextInt(8)) {
      case 0 -> speak(messages.acknowledgement(file, chance(50) ? Acknowledgement.ACCEPTED : Acknowledgement.REFUSED,
          chance(50) ? "F3" : "F2", 1 + dice.nextInt(4), false));
      case 1 -> speak(messages.acknowledgement(file, Acknowledgement.ACCEPTED, chance(50) ? "00" : "F1", 1 + dice.nextInt(5), true));
      case 2, 3, 4, 5 -> ofAnotherFile(file);
      case 6 -> strange(file);
      default -> lie(file);
    }
  }

  /** Late words about a file that the partner refused: anything but money, unless the partner errs. */
  private void ofARefusedFile() {
    List<PaymentFile> refused = truth.files.stream().filter(file -> file.fate == Fate.REFUSED).toList();
    if (!refused.isEmpty()) {
      PaymentFile file = one(refused);
      Status status = partners == Partnership.ERRING ? one(List.of(Status.REJECTED, Status.IN_PROGRESS, Status.RETURNED, Status.PAID))
          : one(List.of(Status.REJECTED, Status.REJECTED, Status.IN_PROGRESS, Status.RETURNED));
      log("a word about a refused file");
      messages.results(file, chance(20), List.of(stated(one(file.payments), status))).forEach(this::speak);
    }
  }

  /** A file's answer names a payment of another file: true words, in the wrong envelope. */
  private void ofAnotherFile(PaymentFile file) {
    List<Payment> others = truth.files.stream().filter(other -> other != file && other.isBooked())
        .flatMap(other -> other.payments.stream()).toList();
    if (!others.isEmpty() && file.kind != PartnerKind.COMMUNE && file.fate != Fate.REFUSED) {
      Payment other = one(others);
      boolean same = other.file.partner.equals(file.partner);
      Status status = status(other);
      if (same || status == Status.IN_PROGRESS) {
        log("another file's payment in an answer about " + file);
        messages.results(file, false, List.of(same ? new Stated(other.id, other.amount, status, code(other, false), story.today(),
            other.reference) : stated(other, file, status))).forEach(this::speak);
      }
    }
  }

  /** Amounts that differ, unknown ids and codes, impossible days. */
  private void strange(PaymentFile file) {
    if (file.kind == PartnerKind.COMMUNE) {
      return;
    }
    Optional<Payment> rejected = file.payments.stream().filter(payment -> payment.outcome == Outcome.NOT_PAID).findAny();
    if (PartnerMessages.isIso(file) && rejected.isPresent() && chance(60)) {
      log("credited, they say, but one");
      speak(messages.creditedButOne(file, rejected.get(), chance(50)));
      return;
    }
    Payment payment = one(file.payments);
    Stated true1 = stated(payment, file, status(payment));
    // A pain.002 names no amount, so it cannot name a wrong one.
    Stated wrong = switch (dice.nextInt(PartnerMessages.isIso(file) ? 1 : 0, 4)) {
      case 0 -> new Stated(payment.id, payment.amount + 1_000, Status.REJECTED, stated(payment, file, Status.REJECTED).code(),
          story.today(), "");
      case 1 -> new Stated("H" + "0".repeat(14) + "0", payment.amount, Status.PAID, stated(payment, file, Status.PAID).code(),
          story.today(), "FT9");
      case 2 -> new Stated(payment.id, payment.amount, Status.UNKNOWN, file.kind.isBank() ? PartnerMessages.isIso(file) ? "XXXX" : "77"
          : "K7", story.today(), "");
      default -> new Stated(true1.id(), true1.amount(), true1.status(), true1.code(),
          withStatements ? true1.day() : story.today().plusYears(chance(50) ? 1 : -1), true1.reference());
    };
    if (file.isBooked() || wrong.status() != Status.IN_PROGRESS) {
      log("a strange word about " + file);
      messages.results(file, false, List.of(wrong)).forEach(this::speak);
    }
  }

  private void lie(PaymentFile file) {
    if (partners != Partnership.ERRING) {
      return;
    }
    Payment payment = one(file.payments);
    switch (dice.nextInt(5)) {
      case 0 -> {
        log("a lie: refused");
        speak(messages.acknowledgement(file, Acknowledgement.REFUSED, "F3", ++file.acknowledgements, true));
      }
      case 1 -> {
        log("a lie: no funds");
        speak(messages.acknowledgement(file, Acknowledgement.NO_FUNDS, "F4", ++file.acknowledgements, true));
      }
      default -> {
        log("a lie");
        messages.results(file, chance(20), List.of(stated(payment, one(List.of(Status.REJECTED, Status.RETURNED, Status.PAID)))))
            .forEach(this::speak);
      }
    }
  }

  private Stated stated(Payment payment, Status status) {
    return stated(payment, payment.file, status);
  }

  private Stated stated(Payment payment, PaymentFile in, Status status) {
    boolean iso = PartnerMessages.isIso(in);
    if (!in.kind.isBank()) {
      boolean paid = status == Status.PAID;
      return new Stated(payment.id, payment.amount, paid ? Status.PAID : Status.UNCOLLECTED, paid ? "" : "K1", story.today(), "");
    }
    String code = switch (status) {
      case IN_PROGRESS -> iso ? "ACSP" : "09";
      case PAID -> iso ? "" : "00";
      case REJECTED, UNCOLLECTED -> iso ? "AC04" : "01";
      case RETURNED -> iso ? "AC04" : "20";
      case UNKNOWN -> iso ? "XXXX" : "77";
    };
    return new Stated(payment.id, payment.amount, status, code, story.today(), "FT" + dice.nextInt(1000));
  }

  // time and persons

  private void timePasses() {
    if (chance(25)) {
      LocalDate end = month.atDay(18);
      LocalDate next = month.plusMonths(1).atDay(2);
      if (story.today().isBefore(end)) {
        itIs(bankingDay(end), 10);
        return;
      } else if (month.isBefore(LAST)) {
        month = month.plusMonths(1);
        itIs(bankingDay(next), 10);
        return;
      }
    }
    if (chance(30)) {
      itIs(story.today(), 16);
    } else {
      itIs(bankingDay(story.today().plusDays(1 + dice.nextInt(3))), 8 + dice.nextInt(4));
    }
  }

  private void itIs(LocalDate day, int hour) {
    LocalDate before = story.today();
    if (day.isAfter(story.today()) || day.equals(story.today()) && hour > story.instant().atZone(calendarZone()).getHour()) {
      story.itIs(day, hour);
      log("it is " + day + " " + hour + ":00");
      if (withStatements && !played) {
        before.datesUntil(day).filter(calendar::isBankingDay).forEach(this::statements);
      }
    }
  }

  private void statements(LocalDate day) {
    truth.files.stream().filter(file -> file.kind.isBank()).map(file -> file.partner).distinct().sorted().forEach(bank ->
        speak(new Message(statements.of(story.bean(Partners.class).byId(bank).orElseThrow(), day), null, Acknowledgement.NONE, true, false,
            List.of())));
  }

  /** As the route does it. */
  private void matchStatements() {
    TakeStatement take = story.bean(TakeStatement.class);
    for (long file : take.waiting()) {
      try {
        take.take(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    MatchStatements match = story.bean(MatchStatements.class);
    story.whileArchived(() -> match.partners().forEach(match::match));
  }

  private static java.time.ZoneId calendarZone() {
    return vn.chitra.hub.support.Zone.VIETNAM;
  }

  /** Two persons release what came back from a refused file, or say that the funds stand. */
  private void letGoAgain() {
    List<Long> refused = jdbc.queryForList("select distinct came_back_from from payment where state = 'PLANNED' and released_at is null"
        + " and came_back_from is not null order by 1", Long.class);
    refused.forEach(batch -> action(RepairAction.RELEASE_REFUSED_BATCH, String.valueOf(batch)));
    jdbc.queryForList("select distinct frozen_for_batch from payment where frozen_for_batch is not null order by 1", Long.class)
        .forEach(batch -> action(RepairAction.RELEASE_ANSWERED_BATCH, String.valueOf(batch)));
    jdbc.queryForList("select batch_id from batch where state = 'WAITING_FUNDS' order by 1", Long.class)
        .forEach(batch -> action(RepairAction.FUNDS_STAND, String.valueOf(batch)));
    jdbc.queryForList("select payout_id from payment where state = 'PLANNED' and frozen order by 1", Long.class).stream()
        .filter(payout -> chance(50)).forEach(payout -> action(RepairAction.UNFREEZE_PAYOUT, String.valueOf(payout)));
    if (!refused.isEmpty() && chance(70)) {
      travel();
    }
  }

  private void personsDecide() {
    List<String[]> queried = jdbc.query("select kind, subject from case_about where state = 'OPEN' order by case_id, subject",
        (r, n) -> new String[] {r.getString(1), r.getString(2)});
    if (!queried.isEmpty() && chance(70)) {
      String[] one = one(queried);
      String[] subject = one[1].split(":", 2);
      List<RepairAction> replies = java.util.Arrays.stream(RepairAction.values()).filter(action -> action.subject().equals(subject[0])
          && action.replies().stream().anyMatch(kind -> kind.name().equals(one[0]))).toList();
      if (!replies.isEmpty()) {
        action(one(replies), subject[1]);
        return;
      }
    }
    boolean payout = chance(65);
    List<Long> ids = jdbc.queryForList("select " + (payout ? "payout_id from payout" : "batch_id from batch") + " order by 1", Long.class);
    if (!ids.isEmpty()) {
      action(one(payout ? ON_PAYOUTS : ON_BATCHES), String.valueOf(one(ids)));
    }
  }

  private void action(RepairAction action, String id) {
    String parameter = action == RepairAction.PLAN_AGAIN && chance(60) ? one(List.of(Channel.values())).name() : "";
    if (!withCommunes && parameter.equals(Channel.COMMUNE_CASH.name())) {
      parameter = Channel.POST_CASH.name();
    }
    log(action + " " + id + " " + parameter + ": " + perform(action, id, parameter));
  }

  private vn.chitra.hub.repair.Outcome perform(RepairAction action, String id, String parameter) {
    Repairs repairs = story.bean(Repairs.class);
    vn.chitra.hub.repair.Outcome outcome = repairs.request(new Actor("lan", Role.OPERATOR), action, id, parameter, "Theo biên bản");
    return outcome instanceof Proposed proposed ? repairs.approve(new Actor("hung", Role.APPROVER), proposed.proposalId()) : outcome;
  }

  // two hubs at once

  private void twoHubs() {
    List<Race.Runner> can = new ArrayList<>();
    Optional<Message> first = waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.remove(dice.nextInt(waiting.size())));
    Optional<Message> second = waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.remove(dice.nextInt(waiting.size())));
    first.ifPresent(message -> can.add(parsed(message)));
    second.ifPresent(message -> can.add(parsed(message)));
    can.add(new Race.Runner("re-route", () -> story.bean(ReroutePayouts.class).reroute()));
    can.add(new Race.Runner("gather", () -> GatheredBatches.of(story.bean(GatherBatches.class), List.of(PartnerKind.values()))));
    jdbc.queryForList("select batch_id from batch where state = 'OPEN' order by 1", Long.class)
        .forEach(batch -> can.add(new Race.Runner("build " + batch, () -> build(batch))));
    can.add(new Race.Runner("hold withdrawn", () -> story.bean(WithdrawPayroll.class).holdPayrollPayouts()));
    jdbc.queryForList("select payroll_id from payroll where state = 'TAKEN' order by 1", String.class)
        .forEach(payroll -> can.add(new Race.Runner("plan " + payroll, () -> story.plan(payroll))));
    List<Long> ids = jdbc.queryForList("select payout_id from payout order by 1", Long.class);
    RepairAction action = one(ON_PAYOUTS);
    String payout = String.valueOf(one(ids));
    can.add(new Race.Runner(action + " " + payout, () -> perform(action, payout, "")));
    Race.Runner a = can.remove(first.isPresent() && chance(60) ? 0 : dice.nextInt(can.size()));
    Race.Runner b = can.remove(second.isPresent() && chance(40) ? 0 : dice.nextInt(can.size()));
    log("two hubs at once: " + a.name() + " | " + b.name());
    Race.run(a, b);
    story.confirm();
    know();
    first.ifPresent(this::heardInRace);
    second.ifPresent(this::heardInRace);
  }

  private Race.Runner parsed(Message message) {
    story.arrive(message.file());
    Long file = jdbc.queryForObject("select file_id from file_arrival order by arrival_id desc limit 1", Long.class);
    return new Race.Runner("read file " + file, () -> AppliedFile.apply(story.bean(ApplyFile.class),
        story.bean(PlatformTransactionManager.class), Objects.requireNonNull(file)));
  }

  private void heardInRace(Message message) {
    attempted.add(message);
    Long file = jdbc.queryForObject("select file_id from file_arrival where name = ? order by arrival_id desc limit 1", Long.class,
        message.file().name());
    String state = jdbc.queryForObject("select state from file where file_id = ?", String.class, file);
    log("heard (" + state + ", file " + file + "): " + message);
    rules.heard(message, Objects.requireNonNull(state), Objects.requireNonNull(file));
  }

  private PaymentFile file(long batch) {
    know();
    return truth.files.stream().filter(file -> file.batch == batch).findFirst().orElseThrow();
  }

  private boolean chance(int percent) {
    return dice.nextInt(100) < percent;
  }

  private <T> T one(List<T> list) {
    return list.get(dice.nextInt(list.size()));
  }

  private void log(String line) {
    tale.add(line);
  }
}
