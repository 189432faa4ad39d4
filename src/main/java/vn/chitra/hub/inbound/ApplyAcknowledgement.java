package vn.chitra.hub.inbound;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchPayments;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payout.RefusedFiles;

/**
 * Applies a partner's acknowledgement of one whole file of ours. It counts only with our hash; with another hash the batch is in doubt, a
 * person decides, and its payments do not change. An acknowledgement with a lower number than an applied one changes nothing. A refusal
 * under a number that was applied with other content opens a case and moves nothing.
 */
@Component
class ApplyAcknowledgement implements InboundMessageHandler {

  private static final Pattern NUMBER = Pattern.compile("(\\d{2})$");
  private static final String REPEATED = "F1";
  private static final String NO_FUNDS = "F4";

  private final Batches batches;
  private final BatchReplies replies;
  private final BatchPayments payments;
  private final RefusedFiles refusedFiles;
  private final Cases cases;
  private final Clock businessClock;

  ApplyAcknowledgement(Batches batches, BatchReplies replies, BatchPayments payments, RefusedFiles refusedFiles, Cases cases,
      Clock businessClock) {
    this.batches = batches;
    this.replies = replies;
    this.payments = payments;
    this.refusedFiles = refusedFiles;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  @Override
  public boolean handles(InboundMessage message) {
    return message instanceof InboundMessage.FileAcknowledgement;
  }

  @Override
  public void take(StoredFile file, InboundMessage message) {
    InboundMessage.FileAcknowledgement acknowledgement = (InboundMessage.FileAcknowledgement) message;
    Batch.Kind kind = acknowledgement.kind() == InboundMessage.FileKind.PAYMENT ? Batch.Kind.PAYMENT : Batch.Kind.ACCOUNT_OPENING;
    Optional<Batch> found = batches.findByPartnerAndKindAndFolderAndSeq(file.partner(), kind, "", acknowledgement.seq());
    if (found.isEmpty()) {
      String evidence = "Tệp " + file.spokenName() + " trả lời cho số " + acknowledgement.seq() + " mà hệ thống chưa gửi.";
      file.setAside(null, evidence);
      cases.open(NewCase.about(CaseKind.FILE_UNKNOWN_BATCH, "file:" + file.id(), evidence).atPartner(file.partner())
          .inFile(file.id(), null, "seq"));
      return;
    }
    Batch batch = found.get();
    int number = number(file.name());
    if (number < batch.acknowledgementNo()) {
      file.ignored(batch.id(), "đã nghe trả lời số " + batch.acknowledgementNo());
      if (refuses(acknowledgement, batch)) {
        open(CaseKind.FILE_CONFLICT, file, acknowledgement, batch, "Trả lời số " + number + " từ chối cả tệp, trả lời số "
            + batch.acknowledgementNo() + " đến trước thì không");
      }
      return;
    }
    String stated = acknowledgement.code() + " " + acknowledgement.sha256();
    if (number == batch.acknowledgementNo() && !holds(acknowledgement)) {
      again(file, acknowledgement, batch, stated);
      return;
    }
    batch.acknowledgementApplied(number, stated);
    decide(file, acknowledgement, batch);
    batches.save(batch);
  }

  private void decide(StoredFile file, InboundMessage.FileAcknowledgement acknowledgement, Batch batch) {
    if (!acknowledgement.sha256().equalsIgnoreCase(batch.fileSha256())) {
      otherHash(file, acknowledgement, batch);
    } else if (holds(acknowledgement)) {
      accept(file, acknowledgement, batch);
    } else if (NO_FUNDS.equals(acknowledgement.code())) {
      lackOfFunds(file, acknowledgement, batch);
    } else {
      refuse(file, acknowledgement, batch);
    }
  }

  private static boolean holds(InboundMessage.FileAcknowledgement acknowledgement) {
    return acknowledgement.accepted() || REPEATED.equals(acknowledgement.code());
  }

  /** A refusal under the number of the last acknowledgement: the same, its text cut or not, is no news; another is a conflict. */
  private void again(StoredFile file, InboundMessage.FileAcknowledgement acknowledgement, Batch batch, String stated) {
    int number = batch.acknowledgementNo();
    if (batch.hasHeard(stated)) {
      file.ignored(batch.id(), "đã nghe trả lời số " + number);
      return;
    }
    file.setAside(batch.id(), "trả lời số " + number + " đã có với nội dung khác");
    open(CaseKind.FILE_CONFLICT, file, acknowledgement, batch, "Trả lời số " + number + " đã nghe với nội dung khác, nay là từ chối");
  }

  /** Refuses the whole file: its payments wait for a person and travel again under the same ids. */
  void refuse(StoredFile file, InboundMessage.FileAcknowledgement acknowledgement, Batch batch) {
    if (!batch.state().isOut()) {
      file.ignored(batch.id(), "tệp đang ở trạng thái “" + batch.state().word().vietnamese() + "”");
      return;
    }
    batch.refused();
    batches.saveAndFlush(batch);
    int back = payments.takeBackRefused(batch.id());
    open(CaseKind.BATCH_REFUSED, file, acknowledgement, batch, "Đối tác từ chối cả tệp; " + back + " khoản chi chờ người cho đi lại");
    file.done(batch.id(), 1, back);
  }

  /** Whether it refuses the whole file for ever, and the file stands so far. */
  private static boolean refuses(InboundMessage.FileAcknowledgement acknowledgement, Batch batch) {
    return batch.state() != BatchState.REFUSED && acknowledgement.sha256().equalsIgnoreCase(batch.fileSha256()) && !holds(acknowledgement)
        && !NO_FUNDS.equals(acknowledgement.code());
  }

  void lackOfFunds(StoredFile file, InboundMessage.FileAcknowledgement acknowledgement, Batch batch) {
    if (batch.state().isOut()) {
      noFunds(file, acknowledgement, batch);
    } else {
      file.ignored(batch.id(), "tệp đang ở trạng thái “" + batch.state().word().vietnamese() + "”");
    }
  }

  /** "Nothing booked" about a file whose payments were spoken of is doubt: sent again it might be paid twice. */
  private void noFunds(StoredFile file, InboundMessage.FileAcknowledgement acknowledgement, Batch batch) {
    if (replies.anyFinal(batch.id())) {
      batch.doubted();
      open(CaseKind.BATCH_IN_DOUBT, file, acknowledgement, batch,
          "Đối tác báo chưa hạch toán gì nhưng đã trả kết quả cuối cùng của khoản chi trong tệp");
      file.done(batch.id(), 1, 0);
    } else {
      batch.waitsForFunds();
      open(CaseKind.BATCH_WAITING_FUNDS, file, acknowledgement, batch,
          "Đối tác chưa hạch toán gì vì tài khoản nguồn chưa đủ " + batch.totalVnd() + " đồng của tệp");
      file.done(batch.id(), 1, 1);
    }
  }

  /** Records that the partner holds the file. */
  void accept(StoredFile file, InboundMessage.FileAcknowledgement acknowledgement, Batch batch) {
    if (batch.state().isOut() || batch.state() == BatchState.WAITING_FUNDS) {
      batch.acknowledged("đối tác xác nhận đúng tệp của ta, mã " + acknowledgement.code(), businessClock.instant());
      cases.autoClose(CaseKind.BATCH_IN_DOUBT, "batch:" + batch.id(), "đối tác xác nhận đang giữ tệp");
      cases.autoClose(CaseKind.BATCH_WAITING_FUNDS, "batch:" + batch.id(), "đối tác đã nhận tệp");
      cases.autoClose(CaseKind.ANSWER_OVERDUE, "batch:" + batch.id(), "đối tác đã trả lời");
      file.done(batch.id(), 1, 1);
    } else if (batch.state() == BatchState.REFUSED) {
      refusedFiles.answered(batch.id(), file.id());
      file.done(batch.id(), 1, 0);
    } else {
      file.ignored(batch.id(), "tệp đang ở trạng thái “" + batch.state().word().vietnamese() + "”");
    }
  }

  private void otherHash(StoredFile file, InboundMessage.FileAcknowledgement acknowledgement, Batch batch) {
    if (batch.state().isOut()) {
      batch.doubted();
    }
    open(CaseKind.ACKNOWLEDGEMENT_OTHER_HASH, file, acknowledgement, batch,
        "Đối tác nói về mã băm " + acknowledgement.sha256() + ", của ta là " + batch.fileSha256());
    file.done(batch.id(), 1, 0);
  }

  private void open(CaseKind kind, StoredFile file, InboundMessage.FileAcknowledgement acknowledgement, Batch batch, String what) {
    String stated = acknowledgement.text() == null || acknowledgement.text().isBlank() ? "" : " (" + acknowledgement.text() + ")";
    cases.open(NewCase.about(kind, "batch:" + batch.id(), what + ": " + batch.fileName() + ", mã " + acknowledgement.code() + stated)
        .atPartner(batch.partner()).inFile(file.id(), null, "code").over(batch.paymentCount(), batch.totalVnd()));
  }

  private static int number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
