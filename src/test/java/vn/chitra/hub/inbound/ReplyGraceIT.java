package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.support.Zone;

/** A file that a partner writes at the last moment is fetched by the next polls: nothing is late in the minute in which it is due. */
class ReplyGraceIT {

  private HubStory story;
  private Instant sentAt;

  @BeforeEach
  void aFileIsSentToABankThatAcknowledgesWithinFourHours() {
    story = HubStory.begin();
    story.sent(Channel.BANK, 500_000);
    sentAt = story.sql().queryForObject("select sent_at from batch", java.sql.Timestamp.class).toInstant();
  }

  @Test
  void anAcknowledgementIsLateAQuarterOfAnHourAfterItWasDue() {
    watchAt(sentAt.plus(Duration.ofHours(4)));
    assertThat(story.books().cases()).as("in the minute in which it is due").isEmpty();
    watchAt(sentAt.plus(Duration.ofHours(4)).plus(Duration.ofMinutes(14)));
    assertThat(story.books().cases()).isEmpty();
    watchAt(sentAt.plus(Duration.ofHours(4)).plus(Duration.ofMinutes(15)));
    assertThat(story.books().cases()).containsExactly("ANSWER_OVERDUE");
  }

  @Test
  void theLastReplyIsLateAQuarterOfAnHourAfterItsDay() {
    story.sql().update("update batch set state = 'ACKNOWLEDGED'");
    LocalDate due = story.sql().queryForObject("select answer_due_on from batch", LocalDate.class);
    Instant end = due.plusDays(1).atStartOfDay(Zone.VIETNAM).toInstant();
    watchAt(end);
    assertThat(story.books().cases()).as("in the minute in which its day ends").isEmpty();
    watchAt(end.plus(Duration.ofMinutes(14)));
    assertThat(story.books().cases()).isEmpty();
    watchAt(end.plus(Duration.ofMinutes(15)));
    assertThat(story.books().cases()).containsExactly("ANSWER_OVERDUE");
  }

  private void watchAt(Instant time) {
    story.itIs(time);
    story.watchReplies();
  }
}
