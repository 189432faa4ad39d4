package vn.chitra.hub.inbound;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.inbound.InboundMessage.ReportedFileState;
import vn.chitra.hub.payout.PaymentStatuses;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.support.Zone;

/**
 * Applies a bank's report about a whole file of ours (a pain.002) and its booked movements (a camt.054). A report that names our message id
 * counts like our hash. The nearest level wins, so the listed payments are applied first, then the status of the file.
 */
@Component
class ApplyStatusReport implements InboundMessageHandler {

  private final Batches batches;
  private final PaymentStatuses statuses;
  private final ApplyAcknowledgement acknowledgements;
  private final TakeResultPart resultParts;
  private final ClosedLists payments;
  private final Cases cases;

  ApplyStatusReport(Batches batches, PaymentStatuses statuses, ApplyAcknowledgement acknowledgements, TakeResultPart resultParts,
      ClosedLists payments, Cases cases) {
    this.batches = batches;
    this.statuses = statuses;
    this.acknowledgements = acknowledgements;
    this.resultParts = resultParts;
    this.payments = payments;
    this.cases = cases;
  }

  @Override
  public boolean handles(InboundMessage message) {
    return message instanceof InboundMessage.StatusReport || message instanceof InboundMessage.Movements;
  }

  @Override
  public void take(StoredFile file, InboundMessage message) {
    if (message instanceof InboundMessage.StatusReport report) {
      report(file, report);
    } else {
      movements(file, (InboundMessage.Movements) message);
    }
  }

  private void movements(StoredFile file, InboundMessage.Movements movements) {
    PaymentStatuses.Outcome outcome = apply(file, null);
    cases.openAll(movements.notices());
    file.done(null, outcome.lines(), outcome.applied());
    hearOf(outcome.batches());
  }

  private void report(StoredFile file, InboundMessage.StatusReport report) {
    Optional<Batch> found = batches.findByPartnerAndKindAndFolderAndSeq(file.partner(), Batch.Kind.PAYMENT, "", report.seq());
    if (found.isEmpty()) {
      String evidence = "Tệp " + file.number() + " trả lời cho số " + report.seq() + " mà hệ thống chưa gửi.";
      file.setAside(null, evidence);
      cases.open(NewCase.about(CaseKind.FILE_UNKNOWN_BATCH, "file:" + file.id(), evidence).atPartner(file.partner())
          .inFile(file.id(), null, "OrgnlMsgId"));
      return;
    }
    Batch batch = found.get();
    boolean news = report.reportedAt() == null || batch.isNews(report.reportedAt());
    InboundMessage.StatusReport heard = doubted(batch, report);
    if (news) {
      stageRest(batch, heard);
    }
    PaymentStatuses.Outcome outcome = apply(file, batch.id());
    cases.openAll(report.notices());
    if (!news && report.reported() == ReportedFileState.REFUSED && batch.state() != BatchState.REFUSED) {
      aPersonLooks(file, report, batch, "Một báo cáo cũ hơn nói cả tệp bị từ chối, báo cáo mới hơn thì không");
    }
    hearOf(outcome.batches());
    apply(file, heard, batch, news ? heard.reported() : ReportedFileState.NOTHING, outcome);
    batches.save(batch);
    hearOf(Set.of(batch.id()), false);
  }

  /**
   * A report that all payments are paid counts only if its own figures are those of our file, and if its other listed payments are in our
   * file.
   */
  private InboundMessage.StatusReport doubted(Batch batch, InboundMessage.StatusReport report) {
    if (report.reported() != ReportedFileState.REST_PAID) {
      return report;
    }
    if (report.sizes().stream().anyMatch(size -> size != batch.paymentCount())) {
      return report.inDoubt("Báo cả tệp đã ghi có nhưng số lệnh nêu ra khác tệp ta gửi");
    }
    return statuses.namesOthersUnpaid(batch.id())
        ? report.inDoubt("Báo cả tệp đã ghi có nhưng nêu một lệnh chưa xong không thuộc tệp") : report;
  }

  private void stageRest(Batch batch, InboundMessage.StatusReport report) {
    boolean accepted = report.reported() == ReportedFileState.REST_ACCEPTED
        || report.reported() == ReportedFileState.REST_ACCEPTED_WITH_CASE;
    if (accepted) {
      statuses.stageRest(batch.id(), ReportedState.ACCEPTED, report.code(), null);
    } else if (report.reported() == ReportedFileState.REST_PAID) {
      LocalDate day = report.reportedAt() == null ? null : LocalDate.ofInstant(report.reportedAt(), Zone.VIETNAM);
      statuses.stageRest(batch.id(), ReportedState.PAID, report.code(), day);
    }
  }

  private void apply(StoredFile file, InboundMessage.StatusReport report, Batch batch, ReportedFileState reported,
      PaymentStatuses.Outcome outcome) {
    InboundMessage.FileAcknowledgement acknowledgement = new InboundMessage.FileAcknowledgement(InboundMessage.FileKind.PAYMENT,
        report.seq(), null, batch.fileSha256(),
        reported != ReportedFileState.REFUSED && reported != ReportedFileState.WAITS_FOR_FUNDS, report.code(), report.text());
    if (outcome.lines() > 0 && changesNothing(reported, batch.state())) {
      file.done(batch.id(), outcome.lines(), outcome.applied());
      return;
    }
    switch (reported) {
      case REFUSED -> acknowledgements.refuse(file, acknowledgement, batch);
      case WAITS_FOR_FUNDS -> acknowledgements.lackOfFunds(file, acknowledgement, batch);
      case STANDS, REST_ACCEPTED, REST_PAID -> acknowledgements.accept(file, acknowledgement, batch);
      case REST_ACCEPTED_WITH_CASE -> {
        acknowledgements.accept(file, acknowledgement, batch);
        aPersonLooks(file, report, batch, report.text() == null ? "Ngân hàng tạm chặn cả tệp" : report.text());
      }
      case ONLY_A_CASE -> {
        aPersonLooks(file, report, batch, String.valueOf(report.text()));
        file.done(batch.id(), outcome.lines(), outcome.applied());
      }
      case NOTHING -> file.done(batch.id(), outcome.lines(), outcome.applied());
    }
  }

  /** About a file that is not out, say, or not any more: then only what the report tells of payments counts. */
  private static boolean changesNothing(ReportedFileState reported, BatchState state) {
    return switch (reported) {
      case REFUSED, WAITS_FOR_FUNDS -> !state.isOut();
      case STANDS, REST_ACCEPTED, REST_PAID -> !state.isOut() && state != BatchState.WAITING_FUNDS && state != BatchState.REFUSED;
      case REST_ACCEPTED_WITH_CASE, ONLY_A_CASE, NOTHING -> false;
    };
  }

  private void aPersonLooks(StoredFile file, InboundMessage.StatusReport report, Batch batch, String what) {
    cases.open(NewCase.about(CaseKind.OUTCOME_UNKNOWN, "batch:" + batch.id(), what + ": " + batch.fileName() + ", mã " + report.code())
        .atPartner(batch.partner()).inFile(file.id(), null, "Sts").over(batch.paymentCount(), batch.totalVnd()));
  }

  private PaymentStatuses.Outcome apply(StoredFile file, @Nullable Long batchId) {
    return statuses.apply(new PaymentStatuses.Scope(file.partner(), file.id(), batchId, false, false, 0));
  }

  private void hearOf(Set<Long> named) {
    hearOf(new HashSet<>(named), true);
  }

  /** Marks batches without an active payment as answered. */
  private void hearOf(Set<Long> ids, boolean proven) {
    for (Long id : ids) {
      Batch batch = batches.findById(id).orElseThrow();
      if (proven) {
        resultParts.prove(batch);
      }
      if (!batch.isAnswered() && payments.stillAlive(id).payments() == 0) {
        batch.everyLineNamed();
        cases.autoClose(CaseKind.ANSWER_OVERDUE, "batch:" + id, "đối tác đã trả lời đủ");
      }
    }
  }
}
