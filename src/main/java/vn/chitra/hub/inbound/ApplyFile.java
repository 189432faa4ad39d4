package vn.chitra.hub.inbound;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
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
import vn.chitra.hub.partner.CodeTables;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.PaymentStatuses;

/**
 * Applies one archived file: recognised, parsed, applied, completed. The steps must run in the transaction of the message, which holds them
 * together. A file that cannot be used is set aside with a case that names file, line and field, and nothing of it counts. Applying a file
 * twice does nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ApplyFile {

  private static final Logger LOG = LoggerFactory.getLogger(ApplyFile.class);
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
  private final SupersededFiles superseded;
  private final ArchivedSubjects archived;
  private final Cases cases;

  ApplyFile(StoredFiles files, FileArrivals arrivals, Archive archive, Partners partners, CodeTables codes, List<InboundParser> parsers,
      List<InboundMessageHandler> handlers, PaymentStatuses statuses, SupersededFiles superseded,
      ArchivedSubjects archived, Cases cases) {
    this.files = files;
    this.arrivals = arrivals;
    this.archive = archive;
    this.partners = partners;
    this.codes = codes;
    this.parsers = parsers;
    this.handlers = handlers;
    this.statuses = statuses;
    this.superseded = superseded;
    this.archived = archived;
    this.cases = cases;
  }

  /**
   * A file and the parser of its kind.
   *
   * @param parser null when no contract with the partner describes such a file
   */
  public record Recognised(StoredFile file, PartnerProfile partner, @Nullable InboundParser parser) {}

  /**
   * A parsed file; its lines are staged.
   *
   * @param content what is to be done with it
   * @param handler of its family of messages; null where nothing is applied at once
   */
  public record Parsed(Recognised recognised, ParseResult result, Content content,
      @Nullable InboundMessageHandler handler) {

    StoredFile file() {
      return recognised.file();
    }
  }

  /** The subject of a file, by which the route branches. */
  public enum Content {
    /** The file is about payments or whole files of ours: applied at once. */
    REPLY,
    /** A statement, or answers about accounts: kept for the flow that reads them. */
    KEPT,
    /** The content of a file that was read before. */
    REPEATED,
    NOT_UNDERSTOOD
  }

  /** Finds the parser by the kind of partner and the file's name. Empty when the file was applied before. */
  public Optional<Recognised> recognise(long fileId) {
    StoredFile file = files.findById(fileId).orElseThrow();
    if (!file.isWaiting()) {
      return Optional.empty();
    }
    PartnerProfile partner = partners.byId(file.partner()).orElseThrow();
    return Optional.of(new Recognised(file, partner,
        parsers.stream().filter(each -> each.recognises(partner, file.name())).findFirst().orElse(null)));
  }

  /** Reads the archived bytes and stages their lines. @throws IOException when they cannot be read */
  public Parsed parse(Recognised recognised) throws IOException {
    statuses.begin();
    PartnerProfile partner = recognised.partner();
    InboundParser parser = recognised.parser();
    ParseResult result = parser == null ? UNKNOWN : parser.read(asArchived(partner, recognised.file()), sink(partner));
    if (!(result instanceof Understood understood)) {
      return new Parsed(recognised, result, Content.NOT_UNDERSTOOD, null);
    }
    InboundMessage message = understood.message();
    InboundMessageHandler handler = handlers.stream().filter(each -> each.handles(message)).findFirst().orElse(null);
    Content content = handler != null ? Content.REPLY : message instanceof InboundMessage.Repeated ? Content.REPEATED : Content.KEPT;
    return new Parsed(recognised, result, content, handler);
  }

  /**
   * Matches the staged lines to payments; unmatched lines open a case. A file about an archived month that is not in the database changes
   * nothing and stays waiting: the recovery run queues it once more.
   */
  public void apply(Parsed parsed) {
    if (archived.areBack(parsed.file(), message(parsed))) {
      Objects.requireNonNull(parsed.handler()).take(parsed.file(), message(parsed));
    }
  }

  /** Leaves the file to the flow that matches statements, or to the one that opens accounts. */
  public void keep(Parsed parsed) {
    parsed.file().kept(message(parsed) instanceof InboundMessage.StatementReceived ? StoredFile.Kind.STATEMENT
        : StoredFile.Kind.ACCOUNT_OPENING);
  }

  public void ignore(Parsed parsed) {
    parsed.file().ignored(null, "cùng nội dung với tệp #" + ((InboundMessage.Repeated) message(parsed)).fileId());
  }

  /**
   * Sets the file aside: nothing of it counts, and a case gives the reason. A mere copy of bytes that were understood under another name
   * needs no case.
   */
  public void setAside(Parsed parsed) {
    StoredFile file = parsed.file();
    InboundParser parser = parsed.recognised().parser();
    Optional<Long> original = arrivals.understood(file.partner(), file.sha256());
    if (original.isPresent() && (parser == null || !parser.nameSpeaks(parsed.recognised().partner(), file.name()))) {
      statuses.begin();
      file.ignored(null, "cùng nội dung với tệp #" + original.get() + ", dưới tên khác");
      return;
    }
    setAside(file, (NotUnderstood) parsed.result(), parser == null || parser.nameIsDictated() ? file.spokenName() : file.number());
  }

  /** Stores the result of the file; if it answers a batch, checks whether the batch is answered completely. */
  public void complete(Parsed parsed) {
    StoredFile file = parsed.file();
    files.saveAndFlush(file);
    if (file.isUnderstood()) {
      superseded.by(parsed.recognised().partner(), file);
    }
    Long batchId = file.batchId();
    InboundMessageHandler handler = parsed.handler();
    if (batchId != null && handler != null) {
      handler.checkComplete(batchId, message(parsed));
    }
    LOG.info("file {} read: {}", file.id(), file.summary());
  }

  private static InboundMessage message(Parsed parsed) {
    return ((Understood) parsed.result()).message();
  }

  private InboundFile asArchived(PartnerProfile partner, StoredFile file) {
    return new InboundFile(file.id(), partner, file.folder(), file.name(), file.number(), archive.path(file.sha256()));
  }

  private StatusSink sink(PartnerProfile partner) {
    return new StatusSink(codes.named(partner.codes()), statuses);
  }

  private void setAside(StoredFile file, NotUnderstood problem, String name) {
    statuses.begin();
    String where = problem.line() == 0 ? "" : ", dòng " + problem.line();
    String field = problem.field() == null ? "" : ", trường " + problem.field();
    String evidence = "Tệp " + name + where + field + ": " + problem.reason();
    file.setAside(null, evidence);
    if (isRepeatedReply(file)) {
      return;
    }
    CaseKind kind = problem.problem() == Problem.SIGNATURE ? CaseKind.FILE_SIGNATURE_WRONG : CaseKind.FILE_NOT_UNDERSTOOD;
    cases.open(NewCase.about(kind, "file:" + file.id(), evidence).atPartner(file.partner())
        .inFile(file.id(), problem.line() == 0 ? null : problem.line(), problem.field()));
  }

  /** A bank's API is queried until its reply can be used: one case, however many replies to the same query cannot. */
  private boolean isRepeatedReply(StoredFile file) {
    return partners.byId(file.partner()).filter(partner -> partner.kind() == PartnerKind.BANK_API).isPresent()
        && arrivals.hasOpenCase(file.partner(), file.folder(), file.name(), file.id());
  }
}
