package vn.chitra.hub.inbound;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
import vn.chitra.hub.partner.PartnerCode;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.PaymentStatuses;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * One archived file becomes payment statuses, in one transaction: read, matched, applied, noted. A file that cannot be used is set aside
 * with a case naming file, line and field, and nothing of it counts. Confirming a file twice does nothing.
 */
@Component
public class ConfirmFile {

  private static final Logger LOG = LoggerFactory.getLogger(ConfirmFile.class);
  private static final NotUnderstood UNKNOWN = new NotUnderstood(Problem.UNKNOWN_KIND, 0, "tên tệp",
      "Tên tệp không thuộc loại nào trong hợp đồng với đối tác.");

  private final StoredFiles files;
  private final FileArrivals arrivals;
  private final Archive archive;
  private final Partners partners;
  private final CodeTables codes;
  private final List<InboundParser> parsers;
  private final List<InboundMessageHandler> handlers;
  private final PaymentStatuses statuses;
  private final Cases cases;

  ConfirmFile(StoredFiles files, FileArrivals arrivals, Archive archive, Partners partners, CodeTables codes, List<InboundParser> parsers,
      List<InboundMessageHandler> handlers, PaymentStatuses statuses, Cases cases) {
    this.files = files;
    this.arrivals = arrivals;
    this.archive = archive;
    this.partners = partners;
    this.codes = codes;
    this.parsers = parsers;
    this.handlers = handlers;
    this.statuses = statuses;
    this.cases = cases;
  }

  @Transactional
  public void confirm(long fileId) throws IOException {
    StoredFile file = files.findById(fileId).orElseThrow();
    if (!file.isWaiting()) {
      return;
    }
    PartnerProfile partner = partners.byId(file.partner()).orElseThrow();
    statuses.begin();
    Optional<InboundParser> parser = parsers.stream().filter(each -> each.recognises(partner, file.name())).findFirst();
    ParseResult parsed = parser.isEmpty() ? UNKNOWN : parser.get().read(asArchived(partner, file), sink(partner));
    if (parsed instanceof Understood understood) {
      apply(file, understood.message());
    } else if (parsed instanceof NotUnderstood problem) {
      setAside(file, problem, parser.isEmpty() || parser.get().nameIsDictated() ? file.spokenName() : file.number());
    }
    files.saveAndFlush(file);
    if (file.isDone()) {
      arrivals.supersededBy(fileId, partner.kind().dictatesReplyNames()).forEach(id ->
          cases.autoClose(CaseKind.FILE_NOT_UNDERSTOOD, "file:" + id, "tệp #" + fileId + " đọc được"));
    }
    if (parsed instanceof Understood understood && file.batchId() != null) {
      handlerOf(understood.message()).ifPresent(handler -> handler.checkComplete(file.batchId(), understood.message()));
    }
    LOG.info("file {} read: {}", fileId, file.summary());
  }

  private InboundFile asArchived(PartnerProfile partner, StoredFile file) {
    return new InboundFile(file.id(), partner, file.folder(), file.name(), file.number(), archive.path(file.sha256()));
  }

  private StatusSink sink(PartnerProfile partner) {
    CodeTable table = codes.named(partner.codes());
    return new StatusSink() {

      @Override
      public void status(ReportedStatus line) {
        statuses.stage(line, table.lookup(line.code() == null ? "" : line.code()).orElse(null));
      }

      @Override
      public void status(ReportedStatus line, PartnerCode meaning, OptionalInt ofFile) {
        statuses.stage(line, meaning, ofFile);
      }
    };
  }

  private void apply(StoredFile file, InboundMessage message) {
    Optional<InboundMessageHandler> handler = handlerOf(message);
    if (handler.isPresent()) {
      handler.get().take(file, message);
    } else if (message instanceof InboundMessage.Repeated repeated) {
      file.ignored(null, "cùng nội dung với tệp #" + repeated.fileId());
    } else {
      file.kept(message instanceof InboundMessage.StatementReceived ? StoredFile.Kind.STATEMENT : StoredFile.Kind.ACCOUNT_OPENING);
    }
  }

  private Optional<InboundMessageHandler> handlerOf(InboundMessage message) {
    return handlers.stream().filter(each -> each.handles(message)).findFirst();
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
