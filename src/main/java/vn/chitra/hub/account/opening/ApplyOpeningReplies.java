package vn.chitra.hub.account.opening;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.account.opening.OpeningRequests.Answered;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.archive.StoredFiles;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.channel.bankfile.AccountOpeningParser;
import vn.chitra.hub.channel.bankfile.OpeningReply;
import vn.chitra.hub.partner.AccountOpening;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.Zone;

/**
 * Applies a bank's answers about the people in an account-opening file; the parts may come in any order. A repeated part changes nothing;
 * the same number with other bytes opens a case, as with a bank's results.
 */
@Component
public class ApplyOpeningReplies {

  private static final Logger LOG = LoggerFactory.getLogger(ApplyOpeningReplies.class);

  private final OpeningRequests requests;
  private final AccountOpening opening;
  private final StoredFiles files;
  private final Archive archive;
  private final Partners partners;
  private final Batches batches;
  private final SendGate gate;
  private final Cases cases;
  private final Clock businessClock;

  ApplyOpeningReplies(OpeningRequests requests, AccountOpening opening, StoredFiles files, Archive archive, Partners partners,
      Batches batches, SendGate gate, Cases cases, Clock businessClock) {
    this.requests = requests;
    this.opening = opening;
    this.files = files;
    this.archive = archive;
    this.partners = partners;
    this.batches = batches;
    this.gate = gate;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  @Transactional(readOnly = true)
  public List<Long> waiting() {
    return requests.repliesToTake();
  }

  /** A reply to a file that a restored database may have forgotten stays waiting until the database is released. */
  @Transactional
  public void take(long fileId) throws IOException {
    StoredFile file = files.findById(fileId).orElseThrow();
    PartnerProfile partner = partners.byId(file.partner()).orElseThrow();
    OpeningReply reply = AccountOpeningParser.readAgain(partner, file.name(), archive.path(file.sha256()));
    Optional<Batch> batch = batches.findByPartnerAndKindAndFolderAndSeq(partner.id(), Batch.Kind.ACCOUNT_OPENING, "", reply.seq());
    if (batch.isEmpty() && gate.isStopped()) {
      return;
    }
    if (batch.isEmpty()) {
      note(fileId, null, reply, "UNKNOWN");
      open(CaseKind.FILE_UNKNOWN_BATCH, "file:" + fileId, file, "trả lời cho tệp mở tài khoản số " + reply.seq() + " mà hệ thống chưa gửi");
      return;
    }
    Optional<String> existing = requests.partThatStands(batch.get().id(), reply.part());
    if (existing.isPresent()) {
      boolean same = existing.get().equals(file.sha256());
      note(fileId, batch.get().id(), reply, same ? "REPEATED" : "CONFLICT");
      if (!same) {
        open(CaseKind.FILE_CONFLICT, "batch:" + batch.get().id(), file, "phần " + reply.part() + " đã có với nội dung khác");
      }
      return;
    }
    note(fileId, batch.get().id(), reply, "TAKEN");
    apply(file, reply, batch.get());
  }

  private void apply(StoredFile file, OpeningReply reply, Batch batch) {
    OpeningRequests.Moves moves = requests.apply(file.partner(), reply.lines(), opening.bin(), businessClock.instant());
    if (moves.unknown() > 0) {
      open(CaseKind.LINE_UNKNOWN, "file:" + file.id(), file, moves.unknown() + " dòng mang mã yêu cầu mà hệ thống không gửi");
    }
    if (moves.contradicting() > 0) {
      open(CaseKind.STATUS_CONTRADICTS, "file:" + file.id(), file, moves.contradicting()
          + " dòng nói khác về tài khoản đã mở; giữ lời trước");
    }
    boolean ofOurs = moves.unknown() < reply.lines().size();   // a part that names nobody of ours proves nothing
    if (ofOurs && (batch.state().isOut() || batch.state() == BatchState.WAITING_FUNDS)) {
      batch.acknowledged("đối tác trả lời từng người", businessClock.instant());
      cases.autoClose(CaseKind.BATCH_IN_DOUBT, "batch:" + batch.id(), "đối tác đã trả lời");
    }
    if (requests.isComplete(batch.id())) {
      complete(batch);
    }
    if (ofOurs && !batch.isOverdue(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM))) {
      cases.autoClose(CaseKind.ANSWER_OVERDUE, "batch:" + batch.id(), "đối tác đã trả lời");
    }
    batches.save(batch);
    LOG.info("file {}: accounts of batch {}, part {}: {} lines, {} requests moved", file.id(), batch.id(), reply.part(),
        reply.lines().size(), moves.moved());
  }

  private void complete(Batch batch) {
    int unnamed = requests.unnamed(batch.id());
    if (unnamed == 0) {
      cases.autoClose(CaseKind.PAYMENT_UNNAMED, "batch:" + batch.id(), "mọi người trong tệp đã được nêu");
    } else if (!batch.isAnswered()) {
      cases.open(NewCase.about(CaseKind.PAYMENT_UNNAMED, "batch:" + batch.id(), "Ngân hàng báo đã nêu đủ nhưng còn " + unnamed
          + " người của tệp " + batch.fileName() + " không được nêu").atPartner(batch.partner()).over(unnamed, null));
    }
    batch.everyLineNamed();
  }

  private void note(long fileId, @Nullable Long batchId, OpeningReply reply, String state) {
    requests.note(fileId, new Answered(batchId, reply.part(), reply.lastPart(), state));
  }

  private void open(CaseKind kind, String subject, StoredFile file, String what) {
    cases.open(NewCase.about(kind, subject, "Tệp " + file.spokenName() + ": " + what).atPartner(file.partner())
        .inFile(file.id(), null, "requestId"));
  }
}
