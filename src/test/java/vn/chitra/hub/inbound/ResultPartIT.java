package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;

/** Parts of a bank's results: in any order, repeated, damaged, about other files. */
class ResultPartIT {

  private HubStory story;
  private Books books;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
  }

  @Test
  void allIsNamedOnlyWhenThePartsBeforeTheLastAreHereToo() {
    List<String> ids = story.sent(Channel.BANK, 500_000, 600_000, 700_000);
    Books.BatchRow batch = books.batchOf(ids.get(0));
    story.feed(BankMessages.part(batch, 2, true, Line.of(ids.get(1), 600_000, "00")));
    assertThat(books.batch(batch.id()).answered()).isFalse();
    assertThat(books.cases()).isEmpty();
    story.feed(BankMessages.part(batch, 1, false, Line.of(ids.get(0), 500_000, "09")));
    assertThat(books.batch(batch.id()).answered()).isTrue();
    assertThat(books.cases()).containsExactly("PAYMENT_UNNAMED");
    assertThat(books.payment(ids.get(2))).isEqualTo("SENT");
  }

  @Test
  void whenTheReplyIsOverdueTheCaseNamesThePartsThatDidNotCome() {
    List<String> ids = story.sent(Channel.BANK, 500_000, 600_000);
    Books.BatchRow batch = books.batchOf(ids.get(0));
    story.feed(BankMessages.part(batch, 1, false, Line.of(ids.get(0), 500_000, "00")));
    story.feed(BankMessages.part(batch, 4, true, Line.of(ids.get(1), 600_000, "00")));
    story.itIs(LocalDate.of(2026, 11, 11));
    story.watchReplies();

    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");
    assertThat(story.sql().queryForObject("select evidence from case_record", String.class))
        .endsWith("chưa có trả lời cuối cùng; phần cuối đã đến, còn thiếu phần 2, 3");
    story.feed(BankMessages.part(batch, 2, false, Line.of(ids.get(0), 500_000, "00")));
    story.feed(BankMessages.part(batch, 3, false, Line.of(ids.get(1), 600_000, "00")));
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aPaymentNamedAfterTheLastPartEndsItsCase() {
    List<String> ids = story.sent(Channel.BANK, 500_000, 600_000);
    Books.BatchRow batch = books.batchOf(ids.get(0));
    story.feed(BankMessages.part(batch, 1, true, Line.of(ids.get(0), 500_000, "00")));
    assertThat(books.cases()).containsExactly("PAYMENT_UNNAMED");
    story.feed(BankMessages.part(batch, 2, true, Line.of(ids.get(1), 600_000, "01")));
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aPartNamedByAnotherDayThanOurFileIsSetAside() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow batch = books.batchOf(id);
    InboundFile part = BankMessages.part(batch, 1, true, Line.of(id, 500_000, "00"));
    assertThat(story.feed(part.named(part.name().replaceFirst("_2026\\d{4}_", "_20261231_")))).isEqualTo("SET_ASIDE");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_UNKNOWN_BATCH");
    assertThat(story.feed(part)).isEqualTo("DONE");
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(story.sql().queryForList("select evidence from case_record where kind = 'FILE_UNKNOWN_BATCH'", String.class))
        .allMatch(evidence -> evidence.contains("2026-12-31") && evidence.contains(batch.fileName()));
  }

  @Test
  void theSamePartWithOtherBytesIsSetAside() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow batch = books.batchOf(id);
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, "09")));
    assertThat(story.feed(BankMessages.part(batch, 1, true, Line.of(id, 500_000, "00")))).isEqualTo("SET_ASIDE");
    assertThat(books.payment(id)).isEqualTo("ACCEPTED");
    assertThat(books.cases()).containsExactly("FILE_CONFLICT");
  }

  @Test
  void aTruncatedFileClaimsNoNumberAndTheWholeOneReplacesIt() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    InboundFile whole = BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "00"));
    InboundFile cut = new InboundFile(whole.partner(), "", whole.name(), Arrays.copyOf(whole.bytes(), whole.bytes().length - 9));
    assertThat(story.feed(cut)).isEqualTo("SET_ASIDE");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.statuses(id)).isEmpty();
    assertThat(story.feed(whole)).isEqualTo("DONE");
    assertThat(books.payment(id)).isEqualTo("PAID");
  }

  @Test
  void bytesThatFirstCameUnderAWrongNameAreReadUnderTheRightOne() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    InboundFile part = BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "00"));
    assertThat(story.feed(part.named("KQ.csv"))).isEqualTo("SET_ASIDE");
    assertThat(story.feed(part.named(part.name().replace("_01.csv", "_02.csv")))).isEqualTo("SET_ASIDE");
    assertThat(story.feed(part)).isEqualTo("DONE");
    assertThat(books.payment(id)).isEqualTo("PAID");
    List<String> before = books.everything();
    story.feed(part);
    story.feed(part.named("KQ.csv"));
    assertThat(books.everything()).isEqualTo(before);
  }

  @Test
  void aWrongNameAndTheRightOneMayArriveTogether() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    InboundFile part = BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "00"));
    story.arrive(part.named("KQ.csv"));
    story.arrive(part);
    story.arrive(part.named("KQ (1).csv"));
    story.confirm();
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.statuses(id)).hasSize(1);
  }

  @Test
  void aResultForANumberNeverSentIsSetAside() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    InboundFile part = BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "00"));
    String text = new String(part.bytes(), StandardCharsets.UTF_8).replace("H|1|PTCTXH|1|", "H|1|PTCTXH|9|");
    InboundFile other = new InboundFile(part.partner(), "", part.name().replace("_000001_", "_000009_"),
        text.getBytes(StandardCharsets.UTF_8));
    assertThat(story.feed(other)).isEqualTo("SET_ASIDE");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_UNKNOWN_BATCH");
  }

  @Test
  void idsThatNobodyKnowsOrThatAreAnotherPartnersAreACase() {
    String atBank = story.sent(Channel.BANK, 500_000).get(0);
    String atPost = story.sent(Channel.POST_CASH, 600_000).get(0);
    story.feed(BankMessages.part(books.batchOf(atBank), 1, false, Line.of("H00000000000000A", 700_000, "00"),
        Line.of(atPost, 600_000, "00")));
    assertThat(books.payment(atPost)).isEqualTo("SENT");
    assertThat(books.statuses(atPost)).isEmpty();
    assertThat(books.cases()).containsExactly("LINE_UNKNOWN");
    assertThat(story.sql().queryForObject("select item_count from case_record", Integer.class)).isEqualTo(2);
    assertThat(books.batchOf(atBank).state()).isEqualTo("SENT");
  }

  @Test
  void aStatusProvesTheBatchOfItsPaymentInAnyFile() {
    String first = story.sent(Channel.BANK, 500_000).get(0);
    String second = story.handOver(Channel.BANK, 600_000).get(0);
    story.gather();
    story.build();
    story.startSending();
    story.feed(BankMessages.part(books.batchOf(first), 1, true, Line.of(second, 600_000, "00")));
    assertThat(books.payment(second)).isEqualTo("PAID");
    assertThat(books.batchOf(second).state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.batchOf(first).state()).isEqualTo("SENT");
  }

  @Test
  void aStatusProvesABatchInDoubt() {
    String id = story.handOver(Channel.BANK, 500_000).get(0);
    story.gather();
    story.build();
    story.startSending();
    story.settle(new UploadResult.Conflict("kích thước khác"));
    assertThat(books.batchOf(id).state()).isEqualTo("IN_DOUBT");
    assertThat(books.cases()).containsExactly("BATCH_IN_DOUBT");
    story.feed(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "09")));
    assertThat(books.batchOf(id).state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).isEmpty();
  }
}
