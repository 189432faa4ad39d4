package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.channel.bankapi.Bulks;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;

/** How long a bank with an API is queried about a bulk, and what a bulk that it refused becomes when it stands there after all. */
class BulkQueriesIT {

  private HubStory story;
  private Books books;
  private Bulks bulks;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    bulks = story.bean(Bulks.class);
  }

  @Test
  void returnsAreAwaitedForThirtyDaysAfterTheLastPaymentWasPaid() {
    List<String> ids = sent(500_000, 600_000);
    Books.BatchRow bulk = books.batchOf(ids.get(0));
    bulks.keepId(bulk.id(), "B-1");
    story.itIs(LocalDate.of(2026, 11, 20));
    story.feed(ApiMessages.page(bulk, 1, false, paid(ids.get(0), 500_000, 19)));
    story.itIs(LocalDate.of(2026, 11, 22));
    story.feed(ApiMessages.page(bulk, 1, true, paid(ids.get(0), 500_000, 19), paid(ids.get(1), 600_000, 22)));
    assertThat(List.of(LocalDate.of(2026, 12, 12), LocalDate.of(2026, 12, 25)).stream().map(this::dueOn)).as("sent on 3 November")
        .containsOnly(List.of(bulk.id()));
    assertThat(dueOn(LocalDate.of(2026, 12, 28))).isEmpty();
  }

  @Test
  void anEventAboutALatePaymentLengthensThatTimeToo() {
    String id = sent(500_000).get(0);
    Books.BatchRow bulk = books.batchOf(id);
    bulks.keepId(bulk.id(), "B-1");
    story.feed(ApiMessages.page(bulk, 1, true, ApiMessages.result(id, 500_000, "REJECTED", "01")));
    assertThat(dueOn(LocalDate.of(2026, 12, 12))).isEmpty();
    story.feed(ApiMessages.event(id + "-late", ApiMessages.result(id, 500_000, "PAID", "00", "FT9", LocalDate.of(2026, 12, 11))));
    assertThat(dueOn(LocalDate.of(2027, 1, 9))).containsExactly(bulk.id());
  }

  /** The page need not name a payment: the bulk stands. */
  @Test
  void aRefusedBulkThatStandsFreezesItsPaymentsAndIsQueriedUntilTheBankIsDone() {
    String id = sent(500_000).get(0);
    Books.BatchRow bulk = books.batchOf(id);
    story.feed(ApiMessages.refusal(bulk, 400, "F2"));
    assertThat(dueOn(LocalDate.of(2026, 11, 5))).isEmpty();
    bulks.keepId(bulk.id(), "B-1");
    bulks.queried(bulk.id(), story.instant());
    story.feed(ApiMessages.page(bulk, 1, false));
    story.feed(ApiMessages.page(bulk, 2, false));

    assertThat(books.cases()).as("one, however many pages come").containsOnlyOnce("REFUSED_FILE_ANSWERED");
    assertThat(books.paymentRow(id)).containsEntry("state", "PLANNED").containsEntry("frozen", true)
        .containsEntry("frozen_for_batch", bulk.id());
    assertThat(dueOn(LocalDate.of(2026, 11, 6))).containsExactly(bulk.id());

    story.feed(ApiMessages.page(bulk, 1, true, ApiMessages.result(id, 500_000, "PAID", "00")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(dueOn(LocalDate.of(2026, 11, 7))).isEmpty();
  }

  @Test
  void idsThatStandUndoAProofByAnEvent() {
    List<String> ids = sent(500_000, 700_000);
    Books.BatchRow first = books.batchOf(ids.get(0));
    story.feed(ApiMessages.refusal(first, 400, "F2"));
    story.repair(RepairAction.RELEASE_REFUSED_BATCH, first.id());
    story.gather();
    story.build();
    story.startSending();
    Books.BatchRow second = books.batchOf(ids.get(0));
    assertThat(second.seq()).isEqualTo(2);
    story.feed(ApiMessages.event(ids.get(0), 500_000, "PROCESSING", "09"));
    assertThat(books.batch(second.id()).state()).isEqualTo("ACKNOWLEDGED");

    story.feed(idsStand(second, ids.get(0)));

    assertThat(books.batch(second.id()).state()).isEqualTo("IN_DOUBT");
    assertThat(bulks.hasExistingIds(second.id())).isTrue();
    assertThat(books.paymentRow(ids.get(0))).containsEntry("frozen", true);
    assertThat(dueOn(story.today())).as("the bulk in which the id travelled before").contains(first.id());
    assertThat(story.wish(RepairAction.TAKE_BACK_BULK, second.id())).isInstanceOf(Outcome.Done.class);
    assertThat(books.paymentRow(ids.get(1))).containsEntry("state", "PLANNED").containsEntry("frozen", false);
  }

  /** The bank gave its own id of the bulk: it stands there, whatever it replies to a second POST. */
  @Test
  void idsThatStandUndoNoProofByTheBanksId() {
    String id = sent(500_000).get(0);
    Books.BatchRow bulk = books.batchOf(id);
    bulks.keepId(bulk.id(), "B-1");
    story.feed(idsStand(bulk, id));
    assertThat(books.batch(bulk.id()).state()).isEqualTo("SENT");
    assertThat(bulks.hasExistingIds(bulk.id())).isFalse();
    assertThat(books.cases()).containsExactly("BATCH_IDS_STAND");
  }

  private List<String> sent(long... amounts) {
    List<String> ids = story.handOverTo(ApiMessages.BIN, Channel.BANK, amounts);
    story.gather();
    story.build();
    story.startSending();
    story.settle(new UploadResult.Proven("ngân hàng giữ lô"));
    return ids;
  }

  private List<Long> dueOn(LocalDate day) {
    story.itIs(day, 12);
    return bulks.due(story.bean(Partners.class).byId(ApiMessages.BANK).orElseThrow(), story.instant(), 50);
  }

  private static String paid(String id, long amount, int day) {
    return ApiMessages.result(id, amount, "PAID", "00", "FT" + day, LocalDate.of(2026, 11, day));
  }

  private static InboundFile idsStand(Books.BatchRow bulk, String id) {
    InboundFile refusal = ApiMessages.refusal(bulk, 422, "ID");
    return new InboundFile(refusal.partner(), refusal.folder(), refusal.name(),
        ("{\"code\":\"ID\",\"text\":\"\",\"endToEndIds\":[\"" + id + "\"]}").getBytes(StandardCharsets.UTF_8));
  }
}
