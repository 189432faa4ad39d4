package vn.chitra.hub.channel.bankapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchPayments;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.InboundMessageHandler;
import vn.chitra.hub.inbound.TakeResultPart;
import vn.chitra.hub.payout.PaymentStatuses;
import vn.chitra.hub.payout.RefusedFiles;

/**
 * Applies the answers and events of a bank's API about our bulks, in any order of arrival. Only HTTP 400 with F2 or F3 refuses a bulk. Any
 * other error (ids that exist already, a key or a name in use for something else) leaves the bulk in doubt: a person decides, no payment
 * moves (contract §4).
 */
@Component
public class ApplyBulkMessage implements InboundMessageHandler {

  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final Batches batches;
  private final Bulks bulks;
  private final PaymentStatuses statuses;
  private final TakeResultPart resultParts;
  private final BatchPayments payments;
  private final RefusedFiles refusedFiles;
  private final Cases cases;

  ApplyBulkMessage(Batches batches, Bulks bulks, PaymentStatuses statuses, TakeResultPart resultParts, BatchPayments payments,
      RefusedFiles refusedFiles, Cases cases) {
    this.batches = batches;
    this.bulks = bulks;
    this.statuses = statuses;
    this.resultParts = resultParts;
    this.payments = payments;
    this.refusedFiles = refusedFiles;
    this.cases = cases;
  }

  @Override
  public boolean handles(InboundMessage message) {
    return message instanceof InboundMessage.BulkReply || message instanceof InboundMessage.BulkPage
        || message instanceof InboundMessage.BulkEvent;
  }

  @Override
  public void take(StoredFile file, InboundMessage message) {
    if (message instanceof InboundMessage.BulkEvent) {
      PaymentStatuses.Outcome outcome = apply(file, null);
      file.done(null, outcome.lines(), outcome.applied());
      outcome.batches().stream().filter(id -> !bulks.hasExistingIds(id))
          .forEach(id -> resultParts.prove(batches.findById(id).orElseThrow()));
      return;
    }
    int seq = message instanceof InboundMessage.BulkPage page ? page.seq() : ((InboundMessage.BulkReply) message).seq();
    Optional<Batch> batch = batches.findByPartnerAndKindAndFolderAndSeq(file.partner(), Batch.Kind.PAYMENT, "", seq);
    if (batch.isEmpty()) {
      unknown(file, seq);
    } else if (message instanceof InboundMessage.BulkPage page) {
      page(file, page, batch.get());
    } else if (message instanceof InboundMessage.BulkReply reply) {
      reply(file, reply, batch.get());
    }
  }

  @Override
  public void checkComplete(long batchId, InboundMessage message) {
    if (message instanceof InboundMessage.BulkPage && bulks.isNamedAll(batchId)) {
      resultParts.everyLineNamed(batchId);
    }
  }

  private PaymentStatuses.Outcome apply(StoredFile file, @Nullable Long batchId) {
    return statuses.apply(new PaymentStatuses.Scope(file.partner(), file.id(), batchId, false, false, 0));
  }

  private void page(StoredFile file, InboundMessage.BulkPage page, Batch batch) {
    PaymentStatuses.Outcome outcome = apply(file, batch.id());
    file.done(batch.id(), outcome.lines(), outcome.applied());
    resultParts.prove(batch);
    if (batch.state() == BatchState.REFUSED) {
      refusedFiles.answered(batch.id(), file.id());   // also a page that names nobody: the bulk stands
    }
    if (page.closing()) {
      bulks.namedAll(batch.id());
    }
  }

  private void reply(StoredFile file, InboundMessage.BulkReply reply, Batch batch) {
    if (!batch.state().isOut()) {
      file.ignored(batch.id(), "tệp đang ở trạng thái “" + batch.state().word().vietnamese() + "”");
    } else if (reply.status() == BAD_REQUEST && ("F2".equals(reply.code()) || "F3".equals(reply.code()))) {
      batch.refused();
      batches.saveAndFlush(batch);
      int back = payments.takeBackRefused(batch.id());
      open(CaseKind.BATCH_REFUSED, file, reply, batch, "Ngân hàng từ chối cả lô; " + back + " khoản chi chờ người cho đi lại");
      file.done(batch.id(), 1, back);
    } else {
      doubt(file, reply, batch);
    }
  }

  /**
   * A bulk that the bank was seen to hold meanwhile stays held. Ids that stand undo a proof by events alone: such an event may be about the
   * bulk in which the payment travelled before.
   */
  private void doubt(StoredFile file, InboundMessage.BulkReply reply, Batch batch) {
    boolean ids = reply.status() == UNPROCESSABLE && "ID".equals(reply.code());
    boolean seen = batch.state() == BatchState.SENT || batch.state() == BatchState.ACKNOWLEDGED;
    if (!seen || ids && bulks.idOf(batch.id()).isEmpty()) {
      batch.doubted();
      if (ids) {
        batches.saveAndFlush(batch);
        bulks.idsStand(batch.id(), reply.endToEndIds());
      }
    }
    open(ids ? CaseKind.BATCH_IDS_STAND : CaseKind.BATCH_IN_DOUBT, file, reply, batch, words(reply));
    file.done(batch.id(), 1, 0);
  }

  private static String words(InboundMessage.BulkReply reply) {
    return switch (reply.status()) {
      case CONFLICT -> "Ngân hàng đã biết mã lô này dưới một khoá khác; không tự gửi lại";
      case UNPROCESSABLE -> "KEY".equals(reply.code()) ? "Ngân hàng đã biết khoá này với nội dung khác; không tự gửi lại"
          : "Ngân hàng không nhận lô vì " + reply.endToEndIds().size() + " mã chi trả đã có ở đó; đang hỏi các lô trước của chúng";
      default -> "Ngân hàng trả lời ngoài hợp đồng (HTTP " + reply.status() + "); không tự gửi lại";
    };
  }

  private void open(CaseKind kind, StoredFile file, InboundMessage.BulkReply reply, Batch batch, String what) {
    String stated = reply.text() == null ? "" : " (" + reply.text() + ")";
    cases.open(NewCase.about(kind, "batch:" + batch.id(), what + ": " + batch.fileName() + ", mã " + reply.code() + stated)
        .atPartner(batch.partner()).inFile(file.id(), null, "code").over(batch.paymentCount(), batch.totalVnd()));
  }

  private void unknown(StoredFile file, int seq) {
    String evidence = "Tệp " + file.spokenName() + " trả lời cho lô số " + seq + " mà hệ thống chưa gửi.";
    file.setAside(null, evidence);
    cases.open(NewCase.about(CaseKind.FILE_UNKNOWN_BATCH, "file:" + file.id(), evidence).atPartner(file.partner())
        .inFile(file.id(), null, "clientBulkId"));
  }
}
