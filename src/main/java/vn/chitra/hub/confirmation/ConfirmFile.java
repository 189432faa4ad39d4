package vn.chitra.hub.confirmation;

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
import vn.chitra.hub.confirmation.Reading.NotUnderstood;
import vn.chitra.hub.confirmation.Reading.Problem;
import vn.chitra.hub.confirmation.Reading.Understood;
import vn.chitra.hub.partner.CodeTable;
import vn.chitra.hub.partner.CodeTables;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * One archived file becomes payment statuses, in one transaction: read, matched, applied, noted. A file that cannot be used is set aside with a
 * case naming file, line and field, and nothing of it counts. Confirming a file twice does nothing.
 */
@Component
public class ConfirmFile {

  private static final Logger LOG = LoggerFactory.getLogger(ConfirmFile.class);

  private final StoredFiles files;
  private final FileArrivals arrivals;
  private final Archive archive;
  private final Partners partners;
  private final CodeTables codes;
  private final List<AnswerReader> readers;
  private final PaymentStatuses statuses;
  private final ApplyAcknowledgement acknowledgements;
  private final TakeResultPart resultParts;
  private final TakeListReport listReports;
  private final TakeBulkAnswer bulkAnswers;
  private final ReadIsoFile isoFiles;
  private final TakeIsoAnswer isoAnswers;
  private final Cases cases;

  ConfirmFile(StoredFiles files, FileArrivals arrivals, Archive archive, Partners partners, CodeTables codes, List<AnswerReader> readers,
      PaymentStatuses statuses, ApplyAcknowledgement acknowledgements, TakeResultPart resultParts, TakeListReport listReports, TakeBulkAnswer bulkAnswers,
      ReadIsoFile isoFiles, TakeIsoAnswer isoAnswers, Cases cases) {
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
    this.bulkAnswers = bulkAnswers;
    this.isoFiles = isoFiles;
    this.isoAnswers = isoAnswers;
    this.cases = cases;
  }

  @Transactional
  public void confirm(long fileId) throws IOException {
    StoredFile file = files.findById(fileId).orElseThrow();
    if (!file.isWaiting()) {
      return;
    }
    PartnerProfile partner = partners.byId(file.partner()).orElseThrow();
    Reading reading = read(partner, file);
    if (reading instanceof Understood understood) {
      take(file, understood.answer());
    } else if (reading instanceof NotUnderstood problem) {
      setAside(file, problem, partner.iso() == null ? file.spokenName() : file.number());
    }
    files.saveAndFlush(file);
    if (file.isDone()) {
      arrivals.madeGoodBy(fileId, partner.kind().dictatesAnswerNames()).forEach(id ->
          cases.causeGone(CaseKind.FILE_NOT_UNDERSTOOD, "file:" + id, "tệp #" + fileId + " đọc được"));
    }
    if (reading instanceof Understood understood && understood.answer() instanceof Answer.ResultPart && file.batchId() != null) {
      resultParts.checkComplete(file.batchId());
    } else if (reading instanceof Understood understood && understood.answer() instanceof Answer.BulkPage && file.batchId() != null) {
      bulkAnswers.checkComplete(file.batchId());
    }
    LOG.info("file {} read: {}", fileId, file.summary());
  }

  private Reading read(PartnerProfile partner, StoredFile file) throws IOException {
    statuses.begin();
    if (partner.iso() != null) {
      return isoFiles.read(partner, file);
    }
    CodeTable table = codes.named(partner.codes());
    for (AnswerReader reader : readers) {
      if (reader.recognises(partner, file.name())) {
        return reader.read(partner, file.folder(), file.name(), archive.path(file.sha256()),
            line -> statuses.stage(line, table.lookup(line.code() == null ? "" : line.code()).orElse(null)));
      }
    }
    return new NotUnderstood(Problem.UNKNOWN_KIND, 0, "tên tệp", "Tên tệp không thuộc loại nào trong hợp đồng với đối tác.");
  }

  private void take(StoredFile file, Answer answer) {
    if (answer instanceof Answer.FileAcknowledgement acknowledgement) {
      acknowledgements.apply(file, acknowledgement);
    } else if (answer instanceof Answer.ResultPart part) {
      resultParts.take(file, part);
    } else if (answer instanceof Answer.BulkReply || answer instanceof Answer.BulkPage || answer instanceof Answer.BulkEvent) {
      bulkAnswers.take(file, answer);
    } else if (answer instanceof Answer.StatusReport report) {
      isoAnswers.take(file, report);
    } else if (answer instanceof Answer.Movements movements) {
      isoAnswers.take(file, movements);
    } else if (answer instanceof Answer.Repeated repeated) {
      file.ignored(null, "cùng nội dung với tệp #" + repeated.fileId());
    } else if (answer instanceof Answer.ListReport report) {
      listReports.take(file, report);
    } else {
      file.kept(answer instanceof Answer.StatementReceived ? StoredFile.Kind.STATEMENT : StoredFile.Kind.ACCOUNT_OPENING);
    }
  }

  private void setAside(StoredFile file, NotUnderstood problem, String name) {
    statuses.begin();
    String where = problem.line() == 0 ? "" : ", dòng " + problem.line();
    String field = problem.field() == null ? "" : ", trường " + problem.field();
    String evidence = "Tệp " + name + where + field + ": " + problem.reason();
    file.setAside(null, evidence);
    CaseKind kind = problem.problem() == Problem.SEAL ? CaseKind.FILE_SEAL_WRONG : CaseKind.FILE_NOT_UNDERSTOOD;
    cases.open(NewCase.about(kind, "file:" + file.id(), evidence).atPartner(file.partner())
        .inFile(file.id(), problem.line() == 0 ? null : problem.line(), problem.field()));
  }
}
