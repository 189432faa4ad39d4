package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;

/** A reply that lies archived and unread: the hub is late, not the partner. */
class UnreadReplyIT {

  private static final LocalDate LATE = LocalDate.of(2026, 12, 10);

  private HubStory story;
  private Books books;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
  }

  @Test
  void aBankWhoseReplyIsUnreadIsNotOverdue() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LATE);
    story.arrive(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "00")));
    story.watchReplies();
    assertThat(books.cases()).isEmpty();

    story.confirm();
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
    assertThat(books.payment(id)).isEqualTo("PAID");
  }

  @Test
  void onceTheUnreadFileIsReadAndSaysNothingOfItTheReplyIsOverdue() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LATE);
    story.arrive(BankMessages.ack(books.batchOf(id), 1, true, "00"));
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
    story.confirm();
    story.watchReplies();
    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");
  }

  @Test
  void aFileThatStaysUnreadForHoursExcusesNobody() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LATE);
    story.arrive(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "00")));
    story.itIs(LATE.plusDays(1));
    story.watchReplies();
    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");

    story.confirm();
    story.watchReplies();
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void anUnreadFileFromBeforeTheBatchIsNoReplyToIt() {
    story.arrive(new InboundFile(HubStory.BANK, "", "khac.csv", "khác".getBytes(StandardCharsets.UTF_8)));
    story.itIs(LocalDate.of(2026, 11, 4));
    story.sent(Channel.BANK, 500_000);
    story.itIs(LATE);
    story.watchReplies();
    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");
  }

  @Test
  void anUnreadFileOfOneFolderExcusesNoOther() {
    story.sent(Channel.COMMUNE_CASH, 500_000);
    story.itIs(LATE);
    story.arrive(new InboundFile(HubStory.COMMUNE, "07969", "khac.xlsx", new byte[] {1}));
    story.watchReplies();
    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");
    story.sql().update("delete from case_record");

    story.arrive(new InboundFile(HubStory.COMMUNE, HubStory.COMMUNE_FOLDER, "khac.xlsx", new byte[] {2}));
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void whileTheQueuesAreStoppedNobodyIsOverdue() {
    story.sent(Channel.BANK, 500_000);
    story.itIs(LATE);
    story.queuesStop(true);
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
    story.queuesStop(false);
    story.watchReplies();
    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");
  }
}
