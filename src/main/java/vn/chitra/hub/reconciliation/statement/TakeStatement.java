package vn.chitra.hub.reconciliation.statement;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * Stores a confirmed statement file as a statement with its entries, not yet in the chain. Other content for a day that is stored already
 * opens a case and does not count, unless the stored one came before that day and never counted; so does a day that cannot be right.
 * Taking a file twice does nothing.
 */
@Component
public class TakeStatement {

  private static final Logger LOG = LoggerFactory.getLogger(TakeStatement.class);

  private final Statements statements;
  private final StoredFiles files;
  private final Archive archive;
  private final Partners partners;
  private final List<StatementFormat> formats;
  private final Cases cases;
  private final StatementClock clock;

  TakeStatement(Statements statements, StoredFiles files, Archive archive, Partners partners, List<StatementFormat> formats, Cases cases,
      StatementClock clock) {
    this.statements = statements;
    this.files = files;
    this.archive = archive;
    this.partners = partners;
    this.formats = formats;
    this.cases = cases;
    this.clock = clock;
  }

  /** Files that hold a statement and are not taken yet, oldest first. */
  public List<Long> waiting() {
    return statements.filesToTake();
  }

  /**
   * @throws IOException when the archived bytes cannot be read
   * @throws IllegalArgumentException when they are no longer understood
   */
  @Transactional
  public void take(long fileId) throws IOException {
    StoredFile file = files.findById(fileId).orElseThrow();
    statements.lock(file.partner());
    if (statements.isTaken(fileId)) {
      return;
    }
    Statement statement = read(file);
    Statements.State state = judge(file, statement);
    statements.keep(fileId, file.partner(), statement, state);
    if (state == Statements.State.CONFLICT) {
      cases.open(NewCase.about(CaseKind.FILE_CONFLICT, "file:" + fileId, "Sổ phụ ngày " + CaseEvidence.day(statement.date())
          + " đã có với nội dung khác; tệp đến sau không được dùng.").atPartner(file.partner()).inFile(fileId, 1, "date"));
    }
    if (state == Statements.State.WRONG_DAY) {
      cases.open(NewCase.about(CaseKind.STATEMENT_DAY_WRONG, "file:" + fileId, "Sổ phụ ghi ngày " + CaseEvidence.day(statement.date())
          + ", quá xa các sổ phụ khác của tài khoản và ngày nhận; sổ phụ này không được dùng, việc đối chiếu vẫn tiếp tục.")
          .atPartner(file.partner()).inFile(fileId, 1, "date"));
    }
    LOG.info("file {} holds the statement of {} {}: {} entries, closing {}, {}", fileId, file.partner(), statement.date(),
        statement.entries().size(), statement.closingVnd(), state);
  }

  private Statements.State judge(StoredFile file, Statement statement) {
    String partner = file.partner();
    LocalDate begin = statements.begin(partner, statement.account()).orElseGet(clock::today);
    if (!clock.mayBeOf(statement.date(), begin)) {
      return Statements.State.WRONG_DAY;
    }
    Statement existing = statements.existing(partner, statement.account(), statement.date()).orElse(null);
    if (existing == null || !existing.equals(statement) && takesThePlaceOfAnEarlyOne(file, statement)) {
      return Statements.State.WAITING;
    }
    return existing.equals(statement) ? Statements.State.REPEATED : Statements.State.CONFLICT;
  }

  /** A day that had not begun has no statement: the one that came then, and that never counted, gives way to one of the day itself. */
  private boolean takesThePlaceOfAnEarlyOne(StoredFile file, Statement statement) {
    if (statement.date().isAfter(clock.today())) {
      return false;
    }
    Optional<Long> early = statements.giveUpEarly(file.partner(), statement.account(), statement.date());
    early.ifPresent(one -> cases.open(NewCase.about(CaseKind.STATEMENT_DAY_WRONG, "file:" + one, "Sổ phụ ghi ngày "
        + CaseEvidence.day(statement.date()) + " đến trước ngày ấy và không nối tiếp; sổ phụ của ngày ấy nay đã đến (tệp #" + file.id()
        + ") và thay nó.").atPartner(file.partner()).inFile(one, 1, "date")));
    return early.isPresent();
  }

  private Statement read(StoredFile file) throws IOException {
    PartnerProfile partner = partners.byId(file.partner()).orElseThrow();
    StatementFormat format = formats.stream().filter(one -> one.isOf(partner.kind())).findFirst()
        .orElseThrow(() -> new IllegalStateException("no format for statements of " + partner.kind()));
    return format.read(partner, archive.path(file.sha256()));
  }
}
