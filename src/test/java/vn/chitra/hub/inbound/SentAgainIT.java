package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.RepairAction;

/** A file that leaves late, or once more, is owed its answer within four banking days from then on. It is made on 03/11/2026. */
class SentAgainIT {

  private HubStory story;
  private Books books;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
  }

  @Test
  void afterItsFundsCameThePromiseCountsFromTheDayOfTheSecondSend() {
    Books.BatchRow batch = books.batchOf(story.sent(Channel.BANK, 500_000).get(0));
    story.feed(BankMessages.ack(batch, 1, false, "F4"));
    story.itIs(LocalDate.of(2026, 11, 11));
    story.repair(RepairAction.FUNDS_STAND, batch.id());
    leaves();
    story.feed(BankMessages.ack(batch, 2, true, "00"));

    isOverdueAfterTheSeventeenth();
  }

  @Test
  void aFileThatCouldNotBeSentForDaysIsOwedItsReplyFromTheDayItLeaves() {
    String id = story.handOver(Channel.BANK, 500_000).get(0);
    story.gather();
    story.build();
    story.startSending();
    story.settle(new UploadResult.Unknown("máy chủ không trả lời"));
    story.itIs(LocalDate.of(2026, 11, 11));
    leaves();
    story.feed(BankMessages.ack(books.batchOf(id), 1, true, "00"));

    isOverdueAfterTheSeventeenth();
  }

  @Test
  void aFileThatLeavesOnceMoreBeforeItsReplyIsDueKeepsTheLaterDay() {
    String id = story.handOver(Channel.BANK, 500_000).get(0);
    story.gather();
    story.build();
    story.sql().update("update batch set answer_due_on = '2026-11-20'");
    leaves();

    assertThat(due(id)).isEqualTo("2026-11-20");
  }

  private void leaves() {
    story.startSending();
    story.settle(new UploadResult.Proven("kích thước đọc lại khớp"));
  }

  private void isOverdueAfterTheSeventeenth() {
    for (int day = 11; day <= 17; day++) {
      story.itIs(LocalDate.of(2026, 11, day));
      story.watchReplies();
      assertThat(books.cases()).as("on day %d", day).isEmpty();
    }
    story.itIs(LocalDate.of(2026, 11, 18));
    story.watchReplies();
    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");
  }

  private String due(String id) {
    return story.sql().queryForObject("select answer_due_on::text from batch where batch_id = ?", String.class, books.batchOf(id).id());
  }
}
