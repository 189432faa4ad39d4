package vn.chitra.hub.inbound;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.PaymentStatuses;

/**
 * Applies one version of a cash list's report. Before the close everything is provisional; the close makes the listed statuses final. A
 * lower version after a higher one is ignored. The same version with other content, and a change after the close, open cases.
 */
@Component
class TakeListReport implements InboundMessageHandler {

  private static final int LINES_NAMED = 10;

  private final Batches batches;
  private final BatchReplies replies;
  private final PaymentStatuses statuses;
  private final Cases cases;
  private final Partners partners;
  private final ClosedLists closedLists;
  private final MixedRows mixedRows;
  private final Clock businessClock;

  TakeListReport(Batches batches, BatchReplies replies, PaymentStatuses statuses, Cases cases, Partners partners, ClosedLists closedLists,
      MixedRows mixedRows, Clock businessClock) {
    this.batches = batches;
    this.replies = replies;
    this.statuses = statuses;
    this.cases = cases;
    this.partners = partners;
    this.closedLists = closedLists;
    this.mixedRows = mixedRows;
    this.businessClock = businessClock;
  }

  @Override
  public boolean handles(InboundMessage message) {
    return message instanceof InboundMessage.ListReport;
  }

  @Override
  public void take(StoredFile file, InboundMessage message) {
    InboundMessage.ListReport report = (InboundMessage.ListReport) message;
    Optional<Batch> found = batches.findByPartnerAndKindAndFolderAndSeq(file.partner(), Batch.Kind.PAYMENT, report.folder(), report.seq());
    if (found.isEmpty()) {
      setAside(file, null, CaseKind.FILE_UNKNOWN_BATCH, "file:" + file.id(),
          "báo cáo cho danh sách số " + report.seq() + " mà hệ thống chưa gửi");
      return;
    }
    Batch batch = found.get();
    if (!isAbout(report, batch)) {
      setAside(file, batch, CaseKind.FILE_UNKNOWN_BATCH, "file:" + file.id(), "báo cáo kỳ " + report.period()
          + (report.programme() == null ? "" : " chương trình " + report.programme()) + ", danh sách số " + report.seq() + " là "
          + batch.fileName());
      return;
    }
    Optional<String> held = replies.hashOf(batch.id(), BatchReplies.Kind.VERSION, report.version());
    if (held.filter(file.sha256()::equals).isPresent() && (batch.isListClosed() || !report.closing())) {
      file.ignored(batch.id(), "lần báo cáo " + report.version() + " đã nghe");
    } else if (held.filter(hash -> !hash.equals(file.sha256())).isPresent()
        && replies.contentOf(batch.id(), report.version()).filter(closedLists.content(report)::equals).isPresent()) {
      file.ignored(batch.id(), "lần báo cáo " + report.version() + " đã nghe, tệp chỉ được lưu lại");
    } else if (held.isPresent()) {
      setAside(file, batch, CaseKind.FILE_CONFLICT, "batch:" + batch.id(), "lần báo cáo " + report.version() + " đã có với nội dung khác");
    } else if (report.version() < batch.listVersion()) {
      file.ignored(batch.id(), "đã có lần báo cáo " + batch.listVersion());
    } else {
      takeRows(file, report, batch);
    }
  }

  /** A sheet whose names are in the rows of other payees is not used; its version number stays free. */
  private void takeRows(StoredFile file, InboundMessage.ListReport report, Batch batch) {
    List<Integer> mixed = mixedRows.of(file, batch);
    if (!mixed.isEmpty()) {
      String evidence = "Tệp " + file.spokenName() + ", lần báo cáo " + report.version()
          + ": họ tên không còn đứng cạnh mã chi trả của mình ở dòng " + spoken(mixed) + "; không dòng nào của tệp được tính";
      file.setAside(batch.id(), evidence);
      cases.open(NewCase.about(CaseKind.LIST_ROWS_MIXED, "batch:" + batch.id(), evidence).atPartner(file.partner())
          .inFile(file.id(), mixed.get(0), "họ và tên").over(mixed.size(), null));
      return;
    }
    cases.autoClose(CaseKind.LIST_ROWS_MIXED, "batch:" + batch.id(), "lần báo cáo " + report.version() + " có họ tên đúng dòng");
    if (batch.isListClosed()) {
      afterClose(file, report, batch);
    } else {
      apply(file, report, batch);
    }
  }

  /** The report must name its list beside the number. */
  private static boolean isAbout(InboundMessage.ListReport report, Batch batch) {
    return (report.period() == null || report.period().atDay(1).equals(batch.period()))
        && (report.programme() == null || report.programme().equalsIgnoreCase(batch.programme()));
  }

  private void apply(StoredFile file, InboundMessage.ListReport report, Batch batch) {
    replies.hold(batch.id(), BatchReplies.Kind.VERSION, report.version(), file.sha256(), report.closing(), file.id(),
        closedLists.content(report));
    batch.reported(report.version());
    boolean closes = report.closing() && mayClose(file, report, batch);
    PaymentStatuses.Outcome outcome = statuses.apply(new PaymentStatuses.Scope(file.partner(), file.id(), batch.id(), true, !closes,
        report.version()));
    if (outcome.matched() > 0 && batch.state().isOut()) {
      batch.acknowledged("đối tác báo cáo danh sách", businessClock.instant());
      cases.autoClose(CaseKind.BATCH_IN_DOUBT, "batch:" + batch.id(), "đối tác đã báo cáo danh sách");
    }
    if (closes) {
      close(batch);
    }
    batches.saveAndFlush(batch);
    file.done(batch.id(), outcome.lines(), outcome.applied());
  }

  private boolean mayClose(StoredFile file, InboundMessage.ListReport report, Batch batch) {
    long unnamed = statuses.unnamedPayments(batch.id());
    List<Integer> repeated = closedLists.linesOfRepeatedCodes();
    String complaint = repeated.isEmpty() ? complaint(report, batch, unnamed)
        : "mỗi mã chi trả chỉ được đứng một dòng, có mã đứng nhiều lần ở dòng " + spoken(repeated);
    if (complaint == null) {
      return true;
    }
    cases.open(NewCase.about(CaseKind.LIST_NOT_CLOSABLE, "batch:" + batch.id(), "Tệp " + file.spokenName() + " báo CUỐI: " + complaint)
        .atPartner(batch.partner()).inFile(file.id(), repeated.isEmpty() ? null : repeated.get(0), "quyết toán")
        .over(batch.paymentCount(), batch.totalVnd()));
    return false;
  }

  /**
   * A post office's report closes the payments that it names; a commune's sheet closes the list only when it is complete and its sums are
   * right.
   */
  private @Nullable String complaint(InboundMessage.ListReport report, Batch batch, long unnamed) {
    if (partners.byId(batch.partner()).orElseThrow().kind() == PartnerKind.POST_OFFICE) {
      return null;
    }
    return unnamed > 0 ? unnamed + " khoản chi của danh sách không có trong báo cáo hoặc sai số tiền"
        : !report.totalsFit() ? String.valueOf(report.totalsComplaint()) : receivedComplaint(report, batch);
  }

  /** The first lines; the archived file has the rest. */
  private static String spoken(List<Integer> lines) {
    return lines.stream().limit(LINES_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
        + (lines.size() > LINES_NAMED ? ", … (" + lines.size() + " dòng)" : "");
  }

  private static @Nullable String receivedComplaint(InboundMessage.ListReport report, Batch batch) {
    Long received = report.receivedVnd();
    return received != null && received == batch.totalVnd() ? null
        : "«Đã nhận» là " + received + ", danh sách đã giao " + batch.totalVnd() + " đồng";
  }

  private void close(Batch batch) {
    batch.closeList();
    cases.autoClose(CaseKind.LIST_NOT_CLOSABLE, "batch:" + batch.id(), "danh sách đã đóng");
    cases.autoClose(CaseKind.ANSWER_OVERDUE, "batch:" + batch.id(), "danh sách đã đóng");
    BatchReplies.Unnamed alive = closedLists.stillAlive(batch.id());
    if (alive.payments() > 0) {
      cases.open(NewCase.about(CaseKind.PAYMENT_UNNAMED, "batch:" + batch.id(), alive.payments()
          + " khoản chi không được nêu khi đóng danh sách " + batch.fileName() + "; vẫn coi là chưa rõ.")
          .atPartner(batch.partner()).over(alive.payments(), alive.totalVnd()));
    }
  }

  /**
   * A report after the close (contract §5). It is the first final answer about payments that the close left alive. For the others it may
   * change a line: a case. Payments move by the table of transitions alone: PAID counts, a payment that is PAID stays so.
   */
  private void afterClose(StoredFile file, InboundMessage.ListReport report, Batch batch) {
    replies.hold(batch.id(), BatchReplies.Kind.VERSION, report.version(), file.sha256(), report.closing(), file.id(),
        closedLists.content(report));
    batch.reported(report.version());
    batches.saveAndFlush(batch);
    ClosedLists.Changed changed = closedLists.linesThatDiffer(batch.id());
    if (changed.payments() == 0 && !closedLists.hasLinesToApply(batch.id())) {
      file.ignored(batch.id(), "danh sách đã đóng; không dòng nào khác");
      return;
    }
    if (changed.payments() > 0) {
      cases.open(NewCase.about(CaseKind.CHANGED_AFTER_CLOSE, "batch:" + batch.id(), "Tệp " + file.spokenName() + ", lần " + report.version()
          + ": " + changed.payments() + " dòng khác với lúc đóng danh sách, ở dòng " + spoken(changed.lines())).atPartner(batch.partner())
          .inFile(file.id(), changed.lines().get(0), "trạng thái").over(changed.payments(), changed.totalVnd()));
    }
    PaymentStatuses.Outcome outcome = statuses.apply(new PaymentStatuses.Scope(file.partner(), file.id(), batch.id(), true, false,
        report.version()));
    if (closedLists.stillAlive(batch.id()).payments() == 0) {
      cases.autoClose(CaseKind.PAYMENT_UNNAMED, "batch:" + batch.id(), "mọi khoản chi của danh sách đã có trả lời cuối");
    }
    file.done(batch.id(), outcome.lines(), outcome.applied());
  }

  private void setAside(StoredFile file, @Nullable Batch batch, CaseKind kind, String subject, String why) {
    String evidence = "Tệp " + file.spokenName() + ": " + why;
    file.setAside(batch == null ? null : batch.id(), evidence);
    cases.open(NewCase.about(kind, subject, evidence).atPartner(file.partner()).inFile(file.id(), null, "lần báo cáo"));
  }
}
