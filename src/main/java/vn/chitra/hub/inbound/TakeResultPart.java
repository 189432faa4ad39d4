package vn.chitra.hub.inbound;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Promises;
import vn.chitra.hub.payout.PaymentStatuses;
import vn.chitra.hub.support.Zone;

/**
 * Applies one part of a bank's results; the parts may come in any order. A status of a payment proves that the bank holds the batch in
 * which the payment travelled, even if the part answers another file of ours.
 */
@Component
public class TakeResultPart implements InboundMessageHandler {

  private final Batches batches;
  private final BatchReplies replies;
  private final PaymentStatuses statuses;
  private final ClosedLists payments;
  private final Partners partners;
  private final Promises promises;
  private final Cases cases;
  private final Clock businessClock;

  TakeResultPart(Batches batches, BatchReplies replies, PaymentStatuses statuses, ClosedLists payments, Partners partners,
      Promises promises, Cases cases, Clock businessClock) {
    this.batches = batches;
    this.replies = replies;
    this.statuses = statuses;
    this.payments = payments;
    this.partners = partners;
    this.promises = promises;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  @Override
  public boolean handles(InboundMessage message) {
    return message instanceof InboundMessage.ResultPart;
  }

  @Override
  public void take(StoredFile file, InboundMessage message) {
    InboundMessage.ResultPart part = (InboundMessage.ResultPart) message;
    Optional<Batch> found = batches.findByPartnerAndKindAndFolderAndSeq(file.partner(), Batch.Kind.PAYMENT, "", part.seq());
    if (found.isEmpty()) {
      setAside(file, CaseKind.FILE_UNKNOWN_BATCH, "file:" + file.id(), null, "Kết quả cho số " + part.seq() + " mà hệ thống chưa gửi");
      return;
    }
    Batch batch = found.get();
    if (part.valueDate() != null && !part.valueDate().equals(batch.valueDate())) {
      setAside(file, CaseKind.FILE_UNKNOWN_BATCH, "file:" + file.id(), batch.id(), "Kết quả ngày " + part.valueDate() + ", tệp số "
          + part.seq() + " là " + batch.fileName());
      return;
    }
    Optional<String> held = replies.hashOf(batch.id(), BatchReplies.Kind.PART, part.part());
    if (held.filter(file.sha256()::equals).isPresent()) {
      file.ignored(batch.id(), "phần " + part.part() + " đã nghe");
      return;
    }
    if (held.isPresent()) {
      setAside(file, CaseKind.FILE_CONFLICT, "batch:" + batch.id(), batch.id(), "Phần " + part.part() + " đã có với nội dung khác");
      return;
    }
    replies.hold(batch.id(), BatchReplies.Kind.PART, part.part(), file.sha256(), part.lastPart(), file.id(), null);
    PaymentStatuses.Outcome outcome = statuses.apply(new PaymentStatuses.Scope(file.partner(), file.id(), batch.id(), false, false, 0));
    file.done(batch.id(), outcome.lines(), outcome.applied());
    outcome.batches().forEach(id -> prove(batches.findById(id).orElseThrow()));
  }

  @Override
  public void checkComplete(long batchId, InboundMessage message) {
    if (replies.partsComplete(batchId)) {
      everyLineNamed(batchId);
    }
  }

  /**
   * The bank says so; what no answer to the batch names after all is a case. Payments that are still in progress are owed an answer within
   * the same time again, counted from the first time that the bank says so. A refused file is owed no answer.
   */
  public void everyLineNamed(long batchId) {
    Batch batch = batches.findById(batchId).orElseThrow();
    if (batch.state() == BatchState.REFUSED) {
      return;
    }
    boolean news = !batch.isAnswered();
    batch.everyLineNamed();
    BatchReplies.Unnamed unnamed = replies.unnamed(batchId);
    boolean inProgress = payments.stillAlive(batchId).payments() > 0;
    if (news && inProgress) {
      LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
      batch.stillOwes(promises.answerDueOn(partners.byId(batch.partner()).orElseThrow(), today));
    }
    if (news || !inProgress) {
      cases.autoClose(CaseKind.ANSWER_OVERDUE, "batch:" + batchId, "đối tác đã trả lời đủ");
    }
    if (unnamed.payments() == 0) {
      cases.autoClose(CaseKind.PAYMENT_UNNAMED, "batch:" + batchId, "mọi khoản chi của tệp đã được nêu");
    } else if (news) {
      cases.open(NewCase.about(CaseKind.PAYMENT_UNNAMED, "batch:" + batchId, "Đối tác báo đã nêu đủ mọi dòng nhưng còn "
          + unnamed.payments() + " khoản chi của tệp " + batch.fileName() + " không được nêu; vẫn coi là đang xử lý.")
          .atPartner(batch.partner()).over(unnamed.payments(), unnamed.totalVnd()));
    }
  }

  /** The bank spoke of a payment of the batch, or of the batch by its name. */
  public void prove(Batch batch) {
    if (batch.state().isOut() || batch.state() == BatchState.WAITING_FUNDS) {
      batch.acknowledged("đối tác trả kết quả từng dòng", businessClock.instant());
      cases.autoClose(CaseKind.BATCH_IN_DOUBT, "batch:" + batch.id(), "đối tác đã trả kết quả");
      cases.autoClose(CaseKind.BATCH_WAITING_FUNDS, "batch:" + batch.id(), "đối tác đã trả kết quả");
    }
  }

  private void setAside(StoredFile file, CaseKind kind, String subject, @Nullable Long batchId, String why) {
    String evidence = "Tệp " + file.spokenName() + ": " + why;
    file.setAside(batchId, evidence);
    cases.open(NewCase.about(kind, subject, evidence).atPartner(file.partner()).inFile(file.id(), null, "part"));
  }
}
