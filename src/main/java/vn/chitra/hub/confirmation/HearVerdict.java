package vn.chitra.hub.confirmation;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.dispatch.Batch;
import vn.chitra.hub.dispatch.BatchState;
import vn.chitra.hub.dispatch.Batches;
import vn.chitra.hub.dispatch.BatchPayments;
import vn.chitra.hub.payout.RefusedFiles;

/**
 * A partner's verdict about one whole file of ours. It counts only with our hash; with another the batch is in doubt and a person
 * looks, its payments untouched. A verdict with a lower number than one heard before changes nothing; a refusal under a number that was heard
 * with other words is a case and moves nothing.
 */
@Component
class HearVerdict {

  private static final Pattern NUMBER = Pattern.compile("(\\d{2})$");
  private static final String REPEATED = "F1";
  private static final String NO_FUNDS = "F4";

  private final Batches batches;
  private final BatchAnswers answers;
  private final BatchPayments payments;
  private final RefusedFiles refusedFiles;
  private final Cases cases;
  private final Clock businessClock;

  HearVerdict(Batches batches, BatchAnswers answers, BatchPayments payments, RefusedFiles refusedFiles, Cases cases, Clock businessClock) {
    this.batches = batches;
    this.answers = answers;
    this.payments = payments;
    this.refusedFiles = refusedFiles;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  void hear(StoredFile file, Answer.FileVerdict verdict) {
    Batch.Kind kind = verdict.kind() == Answer.FileKind.PAYMENT ? Batch.Kind.PAYMENT : Batch.Kind.ACCOUNT_OPENING;
    Optional<Batch> found = batches.findByPartnerAndKindAndFolderAndSeq(file.partner(), kind, "", verdict.seq());
    if (found.isEmpty()) {
      String evidence = "Tệp " + file.spokenName() + " trả lời cho số " + verdict.seq() + " mà hệ thống chưa gửi.";
      file.setAside(null, evidence);
      cases.open(NewCase.about(CaseKind.FILE_UNKNOWN_BATCH, "file:" + file.id(), evidence).atPartner(file.partner())
          .inFile(file.id(), null, "seq"));
      return;
    }
    Batch batch = found.get();
    int number = number(file.name());
    if (number < batch.verdictNo()) {
      file.ignored(batch.id(), "đã nghe trả lời số " + batch.verdictNo());
      return;
    }
    String stated = verdict.code() + " " + verdict.sha256();
    if (number == batch.verdictNo() && !holds(verdict)) {
      again(file, verdict, batch, stated);
      return;
    }
    batch.verdictHeard(number, stated);
    decide(file, verdict, batch);
    batches.save(batch);
  }

  private void decide(StoredFile file, Answer.FileVerdict verdict, Batch batch) {
    if (!verdict.sha256().equalsIgnoreCase(batch.fileSha256())) {
      otherHash(file, verdict, batch);
    } else if (holds(verdict)) {
      accept(file, verdict, batch);
    } else if (NO_FUNDS.equals(verdict.code())) {
      lackOfFunds(file, verdict, batch);
    } else {
      refuse(file, verdict, batch);
    }
  }

  private static boolean holds(Answer.FileVerdict verdict) {
    return verdict.accepted() || REPEATED.equals(verdict.code());
  }

  /** A refusal under the number of the last verdict: the same, its text cut or not, is no news; another is a conflict. */
  private void again(StoredFile file, Answer.FileVerdict verdict, Batch batch, String stated) {
    int number = batch.verdictNo();
    if (batch.hasHeard(stated)) {
      file.ignored(batch.id(), "đã nghe trả lời số " + number);
      return;
    }
    file.setAside(batch.id(), "trả lời số " + number + " đã có với nội dung khác");
    open(CaseKind.FILE_CONFLICT, file, verdict, batch, "Trả lời số " + number + " đã nghe với nội dung khác, nay là từ chối");
  }

  /** The whole file is wrong: its payments wait for a person and travel again under the same ids. */
  void refuse(StoredFile file, Answer.FileVerdict verdict, Batch batch) {
    if (!batch.state().isOut()) {
      file.ignored(batch.id(), "lô đang ở " + batch.state());
      return;
    }
    batch.refused();
    batches.saveAndFlush(batch);
    int back = payments.takeBackRefused(batch.id());
    open(CaseKind.BATCH_REFUSED, file, verdict, batch, "Đối tác từ chối cả tệp; " + back + " khoản chi chờ người cho đi lại");
    file.done(batch.id(), 1, back);
  }

  void lackOfFunds(StoredFile file, Answer.FileVerdict verdict, Batch batch) {
    if (batch.state().isOut()) {
      noFunds(file, verdict, batch);
    } else {
      file.ignored(batch.id(), "lô đang ở " + batch.state());
    }
  }

  /** "Nothing booked" about a file whose payments were spoken of is doubt: sent again it might be paid twice. */
  private void noFunds(StoredFile file, Answer.FileVerdict verdict, Batch batch) {
    if (answers.anyFinal(batch.id())) {
      batch.doubted();
      open(CaseKind.BATCH_UNCERTAIN, file, verdict, batch,
          "Đối tác báo chưa hạch toán gì nhưng đã trả kết quả cuối cùng của khoản chi trong tệp");
      file.done(batch.id(), 1, 0);
    } else {
      batch.waitsForFunds();
      open(CaseKind.BATCH_WAITING_FUNDS, file, verdict, batch, "Đối tác chưa hạch toán gì vì tài khoản nguồn chưa đủ tiền");
      file.done(batch.id(), 1, 1);
    }
  }

  /** The partner holds the file. */
  void accept(StoredFile file, Answer.FileVerdict verdict, Batch batch) {
    if (batch.state().isOut() || batch.state() == BatchState.WAITING_FUNDS) {
      batch.taken("đối tác xác nhận đúng tệp của ta, mã " + verdict.code(), businessClock.instant());
      cases.causeGone(CaseKind.BATCH_UNCERTAIN, "batch:" + batch.id(), "đối tác xác nhận đang giữ tệp");
      cases.causeGone(CaseKind.BATCH_WAITING_FUNDS, "batch:" + batch.id(), "đối tác đã nhận tệp");
      cases.causeGone(CaseKind.ANSWER_OVERDUE, "batch:" + batch.id(), "đối tác đã trả lời");
      file.done(batch.id(), 1, 1);
    } else if (batch.state() == BatchState.REFUSED) {
      refusedFiles.answered(batch.id(), file.id());
      file.done(batch.id(), 1, 0);
    } else {
      file.ignored(batch.id(), "lô đang ở " + batch.state());
    }
  }

  private void otherHash(StoredFile file, Answer.FileVerdict verdict, Batch batch) {
    if (batch.state().isOut()) {
      batch.doubted();
    }
    open(CaseKind.VERDICT_OTHER_HASH, file, verdict, batch,
        "Đối tác nói về mã băm " + verdict.sha256() + ", của ta là " + batch.fileSha256());
    file.done(batch.id(), 1, 0);
  }

  private void open(CaseKind kind, StoredFile file, Answer.FileVerdict verdict, Batch batch, String what) {
    String stated = verdict.text() == null || verdict.text().isBlank() ? "" : " (" + verdict.text() + ")";
    cases.open(NewCase.about(kind, "batch:" + batch.id(), what + ": " + batch.fileName() + ", mã " + verdict.code() + stated)
        .atPartner(batch.partner()).inFile(file.id(), null, "code").over(batch.paymentCount(), batch.totalVnd()));
  }

  private static int number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
