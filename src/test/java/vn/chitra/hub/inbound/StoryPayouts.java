package vn.chitra.hub.inbound;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.PayoutPlans;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.Zone;

/** Payrolls and payouts written straight into the hub's database, for scenarios that do not test intake and planning. */
final class StoryPayouts {

  private static final String NAME = "Nguyễn Thị Đức Huyền";

  private final HubFixture hub;
  private final JdbcTemplate jdbc;
  private final Books books;
  private int payrolls;

  StoryPayouts(HubFixture hub, Books books) {
    this.hub = hub;
    this.jdbc = hub.bean(JdbcTemplate.class);
    this.books = books;
  }

  /** One payroll taken, not planned yet; gives its id. */
  String take(Channel channel, long... amounts) {
    return take(HubStory.NOVEMBER, Arrays.stream(amounts).mapToObj(amount -> new Line("", channel, "970405", amount)).toArray(Line[]::new));
  }

  /** @param entitlement empty: its own, @param bin of the payee's account */
  record Line(String entitlement, Channel channel, String bin, long amount) {}

  /** The same of any month. A closed month is opened again, as intake opens it for lines that come late. */
  String take(YearMonth month, Line... lines) {
    jdbc.update("delete from period_close where programme = 'BTXH' and period = ?", first(month));
    String payroll = payroll(month, Arrays.stream(lines).mapToLong(Line::amount).toArray());
    for (int no = 1; no <= lines.length; no++) {
      add(payroll, no, month, lines[no - 1]);
    }
    return payroll;
  }

  /** A payroll taken, not planned, whose one line is of the entitlement and months of a payout that gave its key back. */
  String takeTheKeyOf(String payment) {
    String payroll = payroll(HubStory.NOVEMBER, books.amount(payment));
    add(payroll, 1, HubStory.NOVEMBER, new Line(books.entitlement(payment), Channel.BANK, "970405", books.amount(payment)));
    return payroll;
  }

  private void add(String payroll, int no, YearMonth month, Line line) {
    jdbc.update("""
        insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
          beneficiary_id, kind, for_from, for_to, amount_vnd, state, channel, beneficiary_name, birth_year, circumstance, no_transfer,
          cash_place, payee_name, payee_relation, bank_bin, account_no, account_name, pay_from, pay_until, updated_at)
        values (?, ?, ?, ?, 'BTXH', ?, ?, ?, 'NGUOI-01', 'REGULAR', ?, ?, ?, 'OPEN', ?, ?, 1941, 'NONE', false, 'HOME', ?, 'SELF',
          ?, '2700201000001', 'NGUYEN THI DUC HUYEN', ?, ?, ?)""",
        payroll, no, payroll, no, HubStory.COMMUNE_FOLDER, first(month),
        line.entitlement().isEmpty() ? payroll + "/" + no : line.entitlement(), first(month), Date.valueOf(month.atEndOfMonth()),
        line.amount(), line.channel().name(), NAME, NAME, line.bin(), Date.valueOf(month.atDay(2)), Date.valueOf(month.atDay(17)), now());
  }

  /** A CARRY_OVER line of a later month takes the payout up again; planned only when {@link #plan} is called. */
  String revive(String payment, YearMonth period) {
    String payroll = payroll(period, books.amount(payment));
    jdbc.update("update payout set current_payroll_id = ?, current_line_no = 1, period = ?, state = 'OPEN', hold_reason = null,"
            + " partner = null, pay_from = ?, pay_until = ? where payout_id = ? and state = 'CARRIED_OVER'",
        payroll, first(period), Date.valueOf(period.atDay(2)), Date.valueOf(period.atDay(17)), books.payoutOf(payment));
    return payroll;
  }

  private String payroll(YearMonth period, long... amounts) {
    String id = "BC-" + period + "-" + ++payrolls;
    long total = Arrays.stream(amounts).sum();
    jdbc.update("insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from,"
            + " pay_until, item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status)"
            + " values (?, 'BTXH', 'UBND-X', ?, ?, ?, ?, ?, ?, ?, ?, 'TAKEN', ?, ?, ?, 'TAKEN')",
        id, HubStory.COMMUNE_FOLDER, first(period), first(period), first(period), Date.valueOf(period.atDay(2)),
        Date.valueOf(period.atDay(17)), amounts.length, total, now(), amounts.length, total);
    return id;
  }

  /** The next payment of the payout, as a re-route would start it: other partner, released, with what the move books. */
  String anotherPayment(String payment, Channel channel) {
    Map<String, Object> payout = jdbc.queryForMap("select * from payout where payout_id = ?", books.payoutOf(payment));
    int attempt = (int) payout.get("attempt") + 1;
    String id = EndToEndId.of((String) payout.get("payroll_id"), (int) payout.get("line_no"), attempt);
    String partner = channel == Channel.BANK ? HubStory.BANK : channel == Channel.POST_CASH ? HubStory.POST : HubStory.COMMUNE;
    String folder = channel == Channel.BANK ? "" : channel == Channel.POST_CASH ? HubStory.POST_OFFICE : HubStory.COMMUNE_FOLDER;
    jdbc.update("insert into payment (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no,"
            + " account_name, state, released_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, '970405', '2700201000001',"
            + " 'NGUYEN THI DUC HUYEN', 'PLANNED', ?, ?)",
        books.payoutOf(payment), attempt, id, channel.name(), partner, folder, payout.get("amount_vnd"), now(), now());
    for (Object[] half : new Object[][] {{payout.get("partner"), "MOVED_OUT"}, {partner, "MOVED_IN"}}) {
      if (!partner.equals(payout.get("partner"))) {
        jdbc.update("insert into booking (period, partner, programme, column_name, payout_id, item_count, amount_vnd, booked_on)"
            + " select period, ?, programme, ?, payout_id, 1, amount_vnd, ? from payout where payout_id = ?",
            half[0], half[1], Date.valueOf(today()), books.payoutOf(payment));
      }
    }
    jdbc.update("update payout set attempt = ?, partner = ?, channel = ?, state = 'OPEN', hold_reason = null where payout_id = ?",
        attempt, partner, channel.name(), books.payoutOf(payment));
    stateNeeds();
    return id;
  }

  /** A payment that is in no file is cancelled and the next one planned, as after a closed account that the agency tells of. */
  String cancelled(String payment, Channel channel) {
    jdbc.update("update payment set state = 'CANCELLED', updated_at = ? where end_to_end_id = ? and state = 'PLANNED'", now(), payment);
    return anotherPayment(payment, channel);
  }

  /** As a re-route and a giving back do. */
  private void stateNeeds() {
    jdbc.queryForList("select payroll_id from payroll", String.class).forEach(hub.bean(PayoutPlans.class)::stateFundingNeed);
    jdbc.update("update funding_need f set (item_count, total_vnd) = (select count(*), coalesce(sum(amount_vnd), 0) from payout p"
        + " where p.current_payroll_id = f.payroll_id and coalesce(p.partner, 'none') = f.partner"
        + " and p.state in ('OPEN', 'HELD', 'PAID'))");
  }

  /** The whole payout is over without payment, its key free or not. */
  void giveBack(String payment, String state, boolean keyFreed) {
    jdbc.update("update payout set state = ?, key_freed = ? where payout_id = ?", state, keyFreed, books.payoutOf(payment));
    jdbc.update("insert into booking (period, partner, programme, column_name, payout_id, item_count, amount_vnd, booked_on)"
        + " select period, partner, programme, 'HANDED_BACK', payout_id, 1, amount_vnd, ? from payout where payout_id = ?",
        Date.valueOf(today()), books.payoutOf(payment));
    stateNeeds();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(hub.clock().instant(), Zone.VIETNAM);
  }

  private Timestamp now() {
    return Timestamp.from(hub.clock().instant());
  }

  private static Date first(YearMonth month) {
    return Date.valueOf(month.atDay(1));
  }
}
