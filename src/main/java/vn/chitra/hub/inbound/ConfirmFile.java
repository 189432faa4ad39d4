package vn.chitra.hub.inbound;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.archive.StoredFiles;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.inbound.ParseResult.Understood;
import vn.chitra.hub.partner.CodeTable;
import vn.chitra.hub.partner.CodeTables;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * One archived file becomes payment statuses, in one transaction: read, matched, applied, noted. A file that cannot be used is set aside
 * with a case naming file, line and field, and nothing of it counts. Confirming a file twice does nothing.
 */
@Component
public class ConfirmFile {

  private static final Logger LOG = LoggerFactory.getLogger(ConfirmFile.class);

  private final StoredFiles files;
  private final FileArrivals arrivals;
  private final Archive archive;
  private final Partners partners;
  private final CodeTables codes;
  private final List<InboundParser> readers;
  private final PaymentStatuses statuses;
  private final ApplyAcknowledgement acknowledgements;
  private final TakeResultPart resultParts;
  private final TakeListReport listReports;
  private final ApplyBulkMessage bulkReplies;
  private final ReadIsoFile isoFiles;
  private final ApplyIsoMessage isoReplies;
  private final Cases cases;

  ConfirmFile(StoredFiles files, FileArrivals arrivals, Archive archive, Partners partners, CodeTables codes, List<InboundParser> readers,
      PaymentStatuses statuses, ApplyAcknowledgement acknowledgements, TakeResultPart resultParts, TakeListReport listReports,
          ApplyBulkMessage bulkReplies,
      ReadIsoFile isoFiles, ApplyIsoMessage isoReplies, Cases cases) {
    this.files = files;
    this.arrivals = arrivals;
    this.archive = archive;
    this.partners = partners;
    this.codes = codes;
    this.readers = readers;
    this.statuses = statuses;
    this.acknowledgements = acknowledgements;
    this.resultParts = resultParts;
    this.listReports = listReports;
    this.bulkReplies = bulkReplies;
    this.isoFiles = isoFiles;
    this.isoReplies = isoReplies;
    this.cases = cases;
  }

  @Transactional
  public void confirm(long fileId) throws IOException {
    StoredFile file = files.findById(fileId).orElseThrow();
    if (!file.isWaiting()) {
      return;
    }
    PartnerProfile partner = partners.byId(file.partner()).orElseThrow();
    ParseResult parsed = read(partner, file);
    if (parsed instanceof Understood understood) {
      take(file, understood.message());
    } else if (parsed instanceof NotUnderstood problem) {
      setAside(file, problem, partner.iso() == null ? file.spokenName() : file.number());
    }
    files.saveAndFlush(file);
    if (file.isDone()) {
      arrivals.supersededBy(fileId, partner.kind().dictatesReplyNames()).forEach(id ->
          cases.autoClose(CaseKind.FILE_NOT_UNDERSTOOD, "file:" + id, "tệp #" + fileId + " đọc được"));
    }
    if (parsed instanceof Understood understood && understood.message() instanceof InboundMessage.ResultPart && file.batchId() != null) {
      resultParts.checkComplete(file.batchId());
    } else if (parsed instanceof Understood understood && understood.message() instanceof InboundMessage.BulkPage
        && file.batchId() != null) {
      bulkReplies.checkComplete(file.batchId());
    }
    LOG.info("file {} read: {}", fileId, file.summary());
  }

  private ParseResult read(PartnerProfile partner, StoredFile file) throws IOException {
    statuses.begin();
    if (partner.iso() != null) {
      return isoFiles.read(partner, file);
    }
    CodeTable table = codes.named(partner.codes());
    for (InboundParser reader : readers) {
      if (reader.recognises(partner, file.name())) {
        return reader.read(partner, file.folder(), file.name(), archive.path(file.sha256()),
            line -> statuses.stage(line, table.lookup(line.code() == null ? "" : line.code()).orElse(null)));
      }
    }
    return new NotUnderstood(Problem.UNKNOWN_KIND, 0, "tên tệp", "Tên tệp không thuộc loại nào trong hợp đồng với đối tác.");
  }

  private void take(StoredFile file, InboundMessage message) {
    if (message instanceof InboundMessage.FileAcknowledgement acknowledgement) {
      acknowledgements.apply(file, acknowledgement);
    } else if (message instanceof InboundMessage.ResultPart part) {
      resultParts.take(file, part);
    } else if (message instanceof InboundMessage.BulkReply || message instanceof InboundMessage.BulkPage
        || message instanceof InboundMessage.BulkEvent) {
      bulkReplies.take(file, message);
    } else if (message instanceof InboundMessage.StatusReport report) {
      isoReplies.take(file, report);
    } else if (message instanceof InboundMessage.Movements movements) {
      isoReplies.take(file, movements);
    } else if (message instanceof InboundMessage.Repeated repeated) {
      file.ignored(null, "cùng nội dung với tệp #" + repeated.fileId());
    } else if (message instanceof InboundMessage.ListReport report) {
      listReports.take(file, report);
    } else {
      file.kept(message instanceof InboundMessage.StatementReceived ? StoredFile.Kind.STATEMENT : StoredFile.Kind.ACCOUNT_OPENING);
    }
  }

  private void setAside(StoredFile file, NotUnderstood problem, String name) {
    statuses.begin();
    String where = problem.line() == 0 ? "" : ", dòng " + problem.line();
    String field = problem.field() == null ? "" : ", trường " + problem.field();
    String evidence = "Tệp " + name + where + field + ": " + problem.reason();
    file.setAside(null, evidence);
    CaseKind kind = problem.problem() == Problem.SIGNATURE ? CaseKind.FILE_SIGNATURE_WRONG : CaseKind.FILE_NOT_UNDERSTOOD;
    cases.open(NewCase.about(kind, "file:" + file.id(), evidence).atPartner(file.partner())
        .inFile(file.id(), problem.line() == 0 ? null : problem.line(), problem.field()));
  }
}
