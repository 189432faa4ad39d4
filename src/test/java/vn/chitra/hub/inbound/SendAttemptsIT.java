package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.payout.Channel;

/** Attempts to send one batch that overtake each other: a process slept past its lease, a message came twice, an answer was faster. */
class SendAttemptsIT {

  private static final String OTHER_HASH = "ab".repeat(32);

  private HubStory story;
  private Books books;
  private String id;
  private long batch;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    id = story.handOver(Channel.BANK, 500_000).get(0);
    story.gather();
    story.build();
    batch = books.batchOf(id).id();
    story.startSending();
  }

  @Test
  void whatAnOvertakenAttemptSubmitsHomeChangesNothing() {
    anotherTakesOver();
    story.settle(new UploadAttempt(batch, 1, new UploadResult.Conflict("nội dung khác")));
    assertThat(state()).isEqualTo("SENDING");
    assertThat(books.cases()).isEmpty();
    story.settle(new UploadAttempt(batch, 1, new UploadResult.Proven("đọc lại khớp")));
    assertThat(state()).isEqualTo("SENDING");
    story.settle(new UploadAttempt(batch, 2, new UploadResult.Proven("đọc lại khớp")));
    story.settle(new UploadAttempt(batch, 1, new UploadResult.Unknown("đứt")));
    assertThat(state()).isEqualTo("SENT");
  }

  @Test
  void anAttemptThatIsOnlyLateIsHeard() {
    leaseRunsOut();
    story.settle(new UploadAttempt(batch, 1, new UploadResult.Proven("đọc lại khớp")));
    assertThat(state()).isEqualTo("SENT");
  }

  @Test
  void aMessageTooManySendsNothingThatAPersonLooksAt() {
    story.settle(new UploadAttempt(batch, 1, new UploadResult.Conflict("nội dung khác")));
    assertThat(state()).isEqualTo("IN_DOUBT");
    story.startSending();
    assertThat(state()).isEqualTo("IN_DOUBT");
    assertThat(story.attempt(batch)).isEqualTo(1);
  }

  @Test
  void aDoubtThatCameDuringTheSendIsNotEndedByItsProofNorRetried() {
    story.feed(BankMessages.ack(books.batchOf(id), 1, false, "F1", OTHER_HASH));
    story.settle(new UploadAttempt(batch, 1, new UploadResult.Proven("đọc lại khớp")));
    assertThat(state()).isEqualTo("IN_DOUBT");
    story.settle(new UploadAttempt(batch, 1, new UploadResult.Unknown("đứt")));
    story.startSending();
    assertThat(story.attempt(batch)).isEqualTo(1);
    assertThat(books.cases()).containsExactly("ACKNOWLEDGEMENT_OTHER_HASH");
  }

  @Test
  void aWaitForALoginIsNoAttempt() {
    for (int waits = 0; waits < 6; waits++) {
      story.settle(new UploadResult.Later("đăng nhập bị từ chối", Duration.ofMinutes(5)));
      assertThat(state()).as("an earlier attempt may have left").isEqualTo("IN_DOUBT");
      story.startSending();
    }
    for (int attempts = 0; attempts < 3; attempts++) {
      story.settle(new UploadResult.Unknown("đứt"));
      story.startSending();
    }
    assertThat(books.cases()).isEmpty();
    story.settle(new UploadResult.Unknown("đứt"));
    assertThat(books.cases()).containsExactly("BATCH_IN_DOUBT");
    assertThat(story.sql().queryForList("select evidence from case_record", String.class)).singleElement().asString().contains("4 lần");
  }

  private void anotherTakesOver() {
    leaseRunsOut();
    story.startSending();
  }

  private void leaseRunsOut() {
    story.sql().update("update batch set state = 'IN_DOUBT', version = version + 1 where batch_id = ?", batch);
  }

  private String state() {
    return books.batch(batch).state();
  }
}
