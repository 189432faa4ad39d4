package vn.chitra.hub.inbound;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payout.ArchivedPayouts;
import vn.chitra.hub.payout.PaymentStatuses;

/**
 * Brings the archived payouts back that a partner's message is about: those that its lines name and those of the file of ours that it
 * answers. A message about a month whose tables are not in the database waits, with a case, and is read once more later.
 */
@Component
class ArchivedSubjects {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

  private final ArchivedPayouts archived;
  private final PaymentStatuses statuses;
  private final Batches batches;
  private final Cases cases;

  ArchivedSubjects(ArchivedPayouts archived, PaymentStatuses statuses, Batches batches, Cases cases) {
    this.archived = archived;
    this.statuses = statuses;
    this.batches = batches;
    this.cases = cases;
  }

  /** @return whether the message can be applied now; false: a case is open, the file is to stay as it is */
  boolean areBack(StoredFile file, InboundMessage message) {
    statuses.flush();
    List<YearMonth> away = archived.unarchiveStaged(file.partner());
    if (away.isEmpty()) {
      away = archived.unarchiveBatches(answered(file, message).map(Batch::id).stream().toList());
    }
    String subject = "file:" + file.id();
    if (away.isEmpty()) {
      cases.autoClose(CaseKind.PAYMENT_ARCHIVED, subject, "các tháng cần tới đã ở trong cơ sở dữ liệu, tệp được áp dụng");
      return true;
    }
    cases.open(NewCase.about(CaseKind.PAYMENT_ARCHIVED, subject, "Tệp " + file.spokenName() + " nói về khoản chi của tháng "
        + away.stream().map(MONTH::format).collect(Collectors.joining(", ")) + ", mà bảng lưu trữ không còn trong cơ sở dữ liệu."
        + " Tệp chờ; khi bảng đã được nạp lại, hub tự đọc tệp.").atPartner(file.partner()).inFile(file.id(), null, null));
    return false;
  }

  private Optional<Batch> answered(StoredFile file, InboundMessage message) {
    if (message instanceof InboundMessage.FileAcknowledgement one) {
      return one.kind() == InboundMessage.FileKind.PAYMENT ? batch(file, "", one.seq()) : Optional.empty();
    }
    if (message instanceof InboundMessage.ResultPart one) {
      return batch(file, "", one.seq());
    }
    if (message instanceof InboundMessage.BulkReply one) {
      return batch(file, "", one.seq());
    }
    if (message instanceof InboundMessage.BulkPage one) {
      return batch(file, "", one.seq());
    }
    if (message instanceof InboundMessage.StatusReport one) {
      return batch(file, "", one.seq());
    }
    if (message instanceof InboundMessage.ListReport one) {
      return batch(file, one.folder(), one.seq());
    }
    return Optional.empty();
  }

  private Optional<Batch> batch(StoredFile file, String folder, int seq) {
    return batches.findByPartnerAndKindAndFolderAndSeq(file.partner(), Batch.Kind.PAYMENT, folder, seq);
  }
}
