package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.RepairAction;

/**
 * For any events in any order, the tables agree after every step ({@link Books#agree}): partners report, repeat and contradict themselves,
 * sends end with and without proof, processes stop and start, persons repair.
 */
class RandomStoryIT {

  private static final String[] STATUSES = {"00", "00", "00", "01", "03", "06", "09", "20", "20", "51", "96", "77"};
  private static final String[] REASONS = {"", "K1", "K2", "K3", "K7"};
  private static final List<RepairAction> PAYOUT_ACTIONS = List.of(RepairAction.HOLD_PAYOUT, RepairAction.UNFREEZE_PAYOUT,
      RepairAction.CANCEL_PAYMENT, RepairAction.PLAN_AGAIN,
      RepairAction.CARRY_OVER_PAYOUT, RepairAction.HAND_BACK_PAYOUT, RepairAction.STOP_PAYOUT, RepairAction.WRITE_OFF_ERROR);
  private static final List<RepairAction> BATCH_ACTIONS = List.of(RepairAction.RELEASE_REFUSED_BATCH, RepairAction.FUNDS_STAND,
      RepairAction.SEND_AGAIN);

  private HubStory story;
  private Books books;
  private Random dice;
  private final List<InboundFile> fed = new ArrayList<>();
  private int part;

  @Property(tries = 12, seed = "20261117", edgeCases = EdgeCasesMode.NONE)
  void theBooksAgreeAfterEveryStep(@ForAll @Size(min = 25, max = 45) List<@IntRange(max = 1_000_000) Integer> steps) {
    fed.clear();
    part = 0;
    story = HubStory.begin();
    books = story.books();
    story.handOver(Channel.BANK, 500_000, 600_000, 700_000);
    story.handOver(Channel.POST_CASH, 800_000, 900_000);
    story.send();
    story.handOver(Channel.BANK, 1_000_000);
    for (int step : steps) {
      dice = new Random(step);
      step();
      books.agree();
    }
    List<String> before = books.everything();
    fed.forEach(story::feed);
    assertThat(books.everything()).as("fed twice").isEqualTo(before);
  }

  private void step() {
    switch (dice.nextInt(18)) {
      case 0 -> feed(acknowledgement());
      case 1, 2 -> feed(report());
      case 3 -> anotherPayment();
      case 4, 5 -> travel();
      case 6 -> release();
      case 7 -> giveBackOrClose();
      case 8 -> story.settle(outcome());
      case 9 -> late();
      case 10 -> story.restart();
      case 11 -> repeated();
      case 12, 13 -> repair();
      default -> feed(result());
    }
  }

  private UploadResult outcome() {
    return switch (dice.nextInt(3)) {
      case 0 -> new UploadResult.Proven("đọc lại khớp");
      case 1 -> new UploadResult.Unknown("đứt");
      default -> new UploadResult.Conflict("nội dung khác");
    };
  }

  /** The late result of an attempt of any age, for a batch in any state. */
  private void late() {
    Books.BatchRow batch = anyBatch(dice.nextBoolean() ? HubStory.BANK : HubStory.POST);
    story.settle(new UploadAttempt(batch.id(), 1 + dice.nextInt(3), outcome()));
  }

  private void repeated() {
    if (!fed.isEmpty()) {
      story.feed(fed.get(dice.nextInt(fed.size())));
    }
  }

  private void repair() {
    boolean payout = dice.nextInt(3) > 0;
    List<RepairAction> actions = payout ? PAYOUT_ACTIONS : BATCH_ACTIONS;
    List<Long> ids = story.sql().queryForList("select " + (payout ? "payout_id from payout" : "batch_id from batch") + " order by 1",
        Long.class);
    story.repair(actions.get(dice.nextInt(actions.size())), ids.get(dice.nextInt(ids.size())));
  }

  private void feed(InboundFile file) {
    fed.add(file);
    story.feed(file);
  }

  private InboundFile result() {
    BankMessages.Line[] lines = pick("select end_to_end_id from payment where partner = 'agribank'", 1 + dice.nextInt(4)).stream()
        .map(id -> BankMessages.Line.of(id, books.amount(id) + (dice.nextInt(15) == 0 ? 1 : 0), STATUSES[dice.nextInt(STATUSES.length)]))
        .toArray(BankMessages.Line[]::new);
    return BankMessages.part(anyBatch(HubStory.BANK), dice.nextInt(8) == 0 ? 1 : ++part, dice.nextInt(4) == 0, lines);
  }

  private InboundFile acknowledgement() {
    String code = List.of("00", "F1", "F2", "F3", "F4").get(dice.nextInt(5));
    Books.BatchRow batch = anyBatch(HubStory.BANK);
    return BankMessages.ack(batch, 1 + dice.nextInt(6), code.equals("00"), code, dice.nextInt(6) == 0 ? "cd".repeat(32) : batch.sha256());
  }

  private InboundFile report() {
    Books.BatchRow list = anyBatch(HubStory.POST);
    CashReports.Line[] lines = pick("select end_to_end_id from payment where partner = 'buu-dien'", 1 + dice.nextInt(3)).stream().distinct()
        .map(id -> new CashReports.Line(id, books.amount(id) + (dice.nextInt(15) == 0 ? 1 : 0), dice.nextBoolean(),
            REASONS[dice.nextInt(REASONS.length)])).toArray(CashReports.Line[]::new);
    return CashReports.postOffice(list, 1 + dice.nextInt(6), dice.nextInt(4) == 0, lines);
  }

  private void anotherPayment() {
    pick("""
        select l.end_to_end_id from payout p join payment l on l.payout_id = p.payout_id and l.attempt = p.attempt
        where p.state in ('OPEN', 'HELD') and l.state in ('REJECTED', 'UNCOLLECTED', 'RETURNED', 'CANCELLED')
          and not exists (select from payment a where a.payout_id = p.payout_id
            and a.state in ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID'))
        """, 1).forEach(id -> story.payouts().anotherPayment(id, dice.nextBoolean() ? Channel.BANK : Channel.POST_CASH));
  }

  private void travel() {
    if (story.sql().queryForObject("select count(*) from planned_payment where released_at is not null and not frozen",
        Integer.class) > 0) {
      story.gather();
    }
    if (dice.nextBoolean()) {
      story.build();
      story.startSending();
    }
  }

  private void release() {
    story.sql().update("update payment set released_at = updated_at where state = 'PLANNED' and released_at is null");
  }

  private void giveBackOrClose() {
    if (story.today().isBefore(HubStory.NOVEMBER.atDay(18))) {
      story.carryOver();
    } else if (story.sql().queryForObject("select count(*) from payout where state in ('OPEN', 'HELD')", Integer.class) == 0
        && story.sql().queryForObject("select count(*) from period_close", Integer.class) == 0) {
      story.close(HubStory.NOVEMBER);
    } else {
      story.reroute();
    }
  }

  private Books.BatchRow anyBatch(String partner) {
    List<Long> ids = story.sql().queryForList("select batch_id from batch where seq is not null and partner = ? order by 1",
        Long.class, partner);
    return books.batch(ids.get(dice.nextInt(ids.size())));
  }

  private List<String> pick(String sql, int many) {
    List<String> all = story.sql().queryForList(sql + " order by 1", String.class);
    return all.isEmpty() ? List.of() : IntStream.range(0, many).mapToObj(i -> all.get(dice.nextInt(all.size()))).toList();
  }
}
