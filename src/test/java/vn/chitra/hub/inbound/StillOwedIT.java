package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;

/** A payment that the bank's last answer leaves in progress is owed an answer within the same time again. The file is made on 03/11/2026. */
class StillOwedIT {

  private HubStory story;
  private Books books;
  private List<String> ids;

  @BeforeEach
  void theLastPartLeavesOneInProgress() {
    story = HubStory.begin();
    books = story.books();
    ids = story.sent(Channel.BANK, 500_000, 600_000);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(BankMessages.part(books.batchOf(ids.get(0)), 1, true, Line.of(ids.get(0), 500_000, "00"), Line.of(ids.get(1), 600_000,
        "09")));
  }

  @Test
  void itIsOverdueFourBankingDaysAfterTheLastPartAndOneCaseEndsWithIt() {
    story.itIs(LocalDate.of(2026, 11, 10));
    story.watchReplies();
    assertThat(books.cases()).as("4 + 4 banking days").isEmpty();
    story.itIs(LocalDate.of(2026, 11, 11));
    story.watchReplies();
    story.watchReplies();
    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");

    story.feed(BankMessages.part(books.batchOf(ids.get(1)), 2, true, new Line(ids.get(1), 600_000, "00", "FT2", "20261111", "")));
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void anotherPartThatLeavesItInProgressPutsNothingOff() {
    story.itIs(LocalDate.of(2026, 11, 9));
    story.feed(BankMessages.part(books.batchOf(ids.get(1)), 2, true, new Line(ids.get(1), 600_000, "09", "FT2", "20261109", "")));
    story.itIs(LocalDate.of(2026, 11, 11));
    story.watchReplies();
    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");
    story.feed(BankMessages.part(books.batchOf(ids.get(1)), 3, true, new Line(ids.get(1), 600_000, "09", "FT3", "20261111", "")));
    story.watchReplies();
    assertThat(books.cases()).as("still one").containsExactly("ANSWER_OVERDUE");
    assertThat(story.sql().queryForObject("select count(*) from case_record where kind = 'ANSWER_OVERDUE'", Long.class)).isEqualTo(1);
  }

  @Test
  void aCaseThatWasOpenedBesideTheReplyEnds() {
    story.sql().update("insert into case_record (kind, subject, partner, evidence, state, opened_at) select 'ANSWER_OVERDUE', 'batch:' ||"
        + " batch_id, partner, 'chưa có trả lời cuối cùng', 'OPEN', now() from batch");
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aCaseThatIsOpenAlreadyUsesUpNoNumber() {
    story.itIs(LocalDate.of(2026, 11, 11));
    for (int tick = 0; tick < 50; tick++) {
      story.watchReplies();
    }
    long first = story.sql().queryForObject("select max(case_id) from case_record", Long.class);
    story.sql().query("select open_case('PAYOUT_HELD', 'payout:1', 'thử', now(), now())", rs -> { });

    assertThat(story.sql().queryForObject("select max(case_id) from case_record", Long.class)).isEqualTo(first + 1);
  }
}
