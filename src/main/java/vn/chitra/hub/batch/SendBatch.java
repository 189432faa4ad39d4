package vn.chitra.hub.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Promises;
import vn.chitra.hub.support.Zone;

/** Sends one batch in two commits: SENDING before the first byte leaves, the result of the upload afterwards. */
@Component
public class SendBatch {

  private static final Logger LOG = LoggerFactory.getLogger(SendBatch.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 8;
  private static final int ATTEMPTS_BEFORE_CASE = 4;

  private final Batches batches;
  private final Partners partners;
  private final Promises promises;
  private final Archive archive;
  private final SendGate gate;
  private final Cases cases;
  private final Clock businessClock;
  private final Clock wallClock;

  SendBatch(Batches batches, Partners partners, Promises promises, Archive archive, SendGate gate, Cases cases, Clock businessClock,
      @Qualifier("wallClock") Clock wallClock) {
    this.batches = batches;
    this.partners = partners;
    this.promises = promises;
    this.archive = archive;
    this.gate = gate;
    this.cases = cases;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /**
   * BUILT, IN_DOUBT, WAITING_FUNDS with funds → SENDING. Empty when there is nothing to send: a repeated message, an answer that overtook.
   * A file that leaves late, or once more, is owed its answer within the whole promise from that day on.
   */
  @Transactional
  public Optional<Upload> begin(long batchId) {
    Batch batch = batches.findLockedById(batchId).orElseThrow();
    if (!batch.isToBeSent() || !gate.admit(batch)) {
      return Optional.empty();
    }
    batch.sending(wallClock.instant().plus(LEASE));
    PartnerProfile partner = partners.byId(batch.partner()).orElseThrow();
    batch.replyIsDueBy(promises.answerDueOn(partner, LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)));
    return Optional.of(new Upload(batch.id(), partner.id(), partner.connection(), partner.inFolder().replace("{folder}", batch.folder()),
        batch.fileName(), archive.path(batch.fileSha256()), batch.fileSha256(), batch.fileSize(), batch.uploadAttempt()));
  }

  /** Whether the attempt may continue: a process that paused past its lease finds here that another has taken over. */
  @Transactional(readOnly = true)
  public boolean isUnderWay(Upload upload) {
    return batches.findById(upload.batchId()).orElseThrow().isUnderWay(upload.attempt());
  }

  /**
   * Records the result of the attempt. A batch in doubt is sent again with the same name and bytes, at growing intervals. Records nothing
   * when a later attempt has begun, an answer has overtaken it, or a person decides about the batch. A send that was put off counts as no
   * attempt, so a refused login opens no case for each waiting batch.
   */
  @Transactional
  public void settle(UploadAttempt attempted) {
    Batch batch = batches.findLockedById(attempted.batchId()).orElseThrow();
    if (batch.isUnderWay(attempted.attempt())) {
      settle(batch, attempted.result());
    } else {
      LOG.info("batch {} is {}: the result of attempt {} counts no more", batch.id(), batch.state(), attempted.attempt());
    }
  }

  private void settle(Batch batch, UploadResult result) {
    long batchId = batch.id();
    if (result instanceof UploadResult.Proven proven) {
      batch.sent(proven.seen(), businessClock.instant());
      cases.autoClose(CaseKind.BATCH_IN_DOUBT, "batch:" + batchId, proven.seen());
      LOG.info("batch {} sent: {} {}, {}", batchId, batch.partner(), batch.fileName(), proven.seen());
    } else if (result instanceof UploadResult.Unknown unknown) {
      LOG.warn("batch {} in doubt after attempt {}: {}", batchId, batch.uploadAttempt(), unknown.why());
      batch.leftInDoubt(wallClock.instant().plus(backOff(batch.triedAttempts())));
      if (batch.triedAttempts() >= ATTEMPTS_BEFORE_CASE) {
        doubt(batch, "Đã gửi " + batch.triedAttempts() + " lần mà chưa thấy đối tác giữ tệp: " + unknown.why());
      }
    } else if (result instanceof UploadResult.Later later) {
      LOG.warn("batch {} put off after attempt {}: {}", batchId, batch.uploadAttempt(), later.why());
      batch.putOff(wallClock.instant().plus(later.after()));
    } else if (result instanceof UploadResult.Replied) {
      batch.leftInDoubt(null);
    } else if (result instanceof UploadResult.Conflict conflict) {
      batch.leftInDoubt(null);
      doubt(batch, "Tên tệp đã có nội dung khác ở phía đối tác: " + conflict.what());
    }
  }

  private void doubt(Batch batch, String evidence) {
    cases.open(NewCase.about(CaseKind.BATCH_IN_DOUBT, "batch:" + batch.id(), evidence).atPartner(batch.partner())
        .over(batch.paymentCount(), batch.totalVnd()));
  }

  private static Duration backOff(int attempts) {
    return FIRST_BACK_OFF.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS));
  }
}
