package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.channel.iso20022.StatusReport.Level;
import vn.chitra.hub.channel.iso20022.StatusReport.Reason;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.payout.ReportedState;

/** Reads one pain.002. The levels come from the outside in, so each transaction is delivered as soon as it is read. */
final class StatusReportReader {

  private static final int MAX_REASONS = 20;
  private static final int MAX_BLOCKS = 1000;
  private static final String NOT_PROVIDED = "NOTPROVIDED";
  private static final String NO_CODE = "?";

  private final XmlCursor at;
  private final String sender;
  private final StatusRules statusRules;
  private final IsoSink sink;
  private final List<Level> blocks = new ArrayList<>();
  private Level group = Level.SILENT;
  private Level file = Level.SILENT;
  private @Nullable String msgId;
  private IsoValues.@Nullable Moment stated;
  private int seq;
  private int transactions;
  private boolean someNotRejected;
  private final StatusCounts ofGroup;
  private final StatusCounts ofBlocks;
  /** The reason why some payments may be unpaid although the file is reported as settled; Vietnamese. */
  private @Nullable String doubt;

  StatusReportReader(XmlCursor at, String sender, StatusRules statusRules, IsoSink sink) {
    this.at = at;
    this.sender = sender;
    this.statusRules = statusRules;
    this.sink = sink;
    this.ofGroup = new StatusCounts(statusRules);
    this.ofBlocks = new StatusCounts(statusRules);
  }

  IsoParseResult read() throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "GrpHdr" -> readHeader();
        case "OrgnlGrpInfAndSts" -> readGroup();
        case "OrgnlPmtInfAndSts" -> readBlock();
        default -> at.skip();
      }
    }
    String original = named();
    Set<Integer> sizes = new TreeSet<>();
    ofGroup.addSizes(sizes);
    ofBlocks.addSizes(sizes);
    StatusReport report = new StatusReport(original, seq, group, List.copyOf(blocks), transactions, Collections.unmodifiableSet(sizes),
        stated == null ? null : stated.instant());
    return new IsoParseResult.StatusRead(report, outcome(original));
  }

  private IsoOutcome outcome(String original) {
    List<Level> stated = Stream.concat(Stream.of(group), blocks.stream()).toList();
    Optional<String> settled = stated.stream().map(Level::status).filter(statusRules::isSettled).findFirst();
    if (stated.stream().anyMatch(statusRules::doubtsSettlement)) {
      doubt("trạng thái hoặc lý do ở cấp tệp và cấp khối nói khác nhau");
    }
    if (ofGroup.countsOthers() || ofBlocks.countsOthers()) {
      doubt("số lượng theo trạng thái có lệnh chưa được ghi có");
    }
    if (settled.isPresent() && doubt != null) {
      return new IsoOutcome.AcceptedInDoubt(original, settled.get(), "Báo cả tệp đã ghi có nhưng " + doubt);
    }
    boolean contradicted = someNotRejected || ofGroup.countsNotRejected() || ofBlocks.countsNotRejected();
    List<Level> levels = blocks.isEmpty() ? List.of(Level.SILENT) : blocks;
    return attended(original, stated, StatusRules.together(original,
        levels.stream().map(block -> statusRules.ofFile(original, statusRules.nearest(block, group), contradicted)).toList()));
  }

  /** A report that states nothing, or a reason at a level without a status, goes to a person. */
  private IsoOutcome attended(String original, List<Level> stated, IsoOutcome outcome) {
    Optional<String> lost = stated.stream().filter(level -> level.status() == null).flatMap(level -> level.reasons().stream())
        .map(reason -> Objects.requireNonNullElse(reason.code(), NO_CODE)).findFirst();
    if (outcome instanceof IsoOutcome.OnlyListed && (lost.isPresent() || transactions == 0)) {
      return new IsoOutcome.GroupOther(original, NO_CODE, lost.orElse(null),
          lost.isPresent() ? "Báo cáo nêu lý do mà không nêu trạng thái" : "Báo cáo không nêu trạng thái nào");
    }
    return lost.isPresent() && outcome instanceof IsoOutcome.AcceptUnlisted accept
        ? new IsoOutcome.AcceptedInDoubt(original, accept.status(), "Báo cáo nêu lý do " + lost.get() + " ở một cấp không có trạng thái")
        : outcome;
  }

  /** Keeps the first reason. */
  private void doubt(String why) {
    doubt = doubt == null ? why : doubt;
  }

  private void readHeader() throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "CreDtTm" -> stated = IsoValues.moment(at);
        default -> at.skip();
      }
    }
  }

  private void readGroup() throws IOException, NotIsoException {
    if (msgId != null) {
      throw at.refused(Problem.MALFORMED, "OrgnlGrpInfAndSts", "Thông điệp nói về hơn một tệp");
    }
    String status = null;
    List<Reason> reasons = new ArrayList<>();
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "OrgnlMsgId" -> nameFile(IsoValues.id(at));
        case "OrgnlMsgNmId" -> requirePayment(at.text());
        case "OrgnlNbOfTxs" -> ofGroup.readTransactions(at);
        case "NbOfTxsPerSts" -> ofGroup.readStatus(at);
        case "GrpSts" -> status = IsoValues.code(at.text());
        case "StsRsnInf" -> addReason(reasons);
        default -> at.skip();
      }
    }
    named();
    group = new Level(status, List.copyOf(reasons));
  }

  private void readBlock() throws IOException, NotIsoException {
    named();
    String status = null;
    List<Reason> reasons = new ArrayList<>();
    boolean listing = false;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "OrgnlPmtInfId" -> requireSameFile(IsoValues.id(at));
        case "OrgnlNbOfTxs" -> ofBlocks.readTransactions(at);
        case "NbOfTxsPerSts" -> ofBlocks.readStatus(at);
        case "PmtInfSts" -> status = levelBefore(listing, IsoValues.code(at.text()));
        case "StsRsnInf" -> {
          levelBefore(listing, "");
          addReason(reasons);
        }
        case "TxInfAndSts" -> {
          if (!listing) {
            listing = true;
            file = statusRules.nearest(new Level(status, List.copyOf(reasons)), group);
          }
          readTransaction();
        }
        default -> at.skip();
      }
    }
    if (blocks.size() == MAX_BLOCKS) {
      throw at.refused(Problem.MALFORMED, "OrgnlPmtInfAndSts", "Quá nhiều khối thanh toán");
    }
    blocks.add(new Level(status, List.copyOf(reasons)));
  }

  private void readTransaction() throws IOException, NotIsoException {
    transactions++;
    ReportedTransaction reported = new ReportedTransaction();
    List<Reason> reasons = new ArrayList<>();
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "OrgnlEndToEndId" -> reported.endToEndId = IsoValues.id(at);
        case "TxSts" -> reported.status = at.text();
        case "StsRsnInf" -> addReason(reasons);
        case "AcctSvcrRef" -> reported.bankRef = IsoValues.reference(at);
        case "OrgnlTxRef" -> readOriginal(reported);
        default -> at.skip();
      }
    }
    Level own = new Level(reported.status, List.copyOf(reasons));
    if (statusRules.doubtsSettlement(own)) {
      doubt("giao dịch thứ %d có trạng thái hoặc lý do khác".formatted(transactions));
    } else if (own.status() != null && !statusRules.isSettled(own.status()) && !reported.isNamed()) {
      doubt("giao dịch thứ %d chưa xong và không nêu mã chi trả".formatted(transactions));
    }
    report(reported, statusRules.ofTransaction(own, file));
  }

  private void report(ReportedTransaction reported, StatusRules.@Nullable OfPayment ofPayment) {
    if (ofPayment == null) {
      return;
    }
    someNotRejected |= ofPayment.reported() != ReportedState.REJECTED;
    if (reported.endToEndId == null || !reported.isNamed()) {
      sink.notice(new IsoNotice(CaseKind.LINE_UNKNOWN, transactions, "OrgnlEndToEndId",
          "Giao dịch thứ %d của tệp không nêu mã chi trả".formatted(transactions), reported.amountVnd));
      return;
    }
    sink.line(new IsoLine(transactions, reported.endToEndId, reported.amountVnd, ofPayment.reported(), ofPayment.code(), ofPayment.text(),
        reported.bankRef, reported.settledOn == null && stated != null ? stated.day() : reported.settledOn,
        reported.settledOn != null, ofPayment.attention(), null));
  }

  private void readOriginal(ReportedTransaction reported) throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "IntrBkSttlmDt" -> reported.settledOn = IsoValues.day(at);
        case "Amt" -> readAmount(reported);
        default -> at.skip();
      }
    }
  }

  private void readAmount(ReportedTransaction reported) throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "InstdAmt" -> reported.amountVnd = IsoValues.amount(at);
        default -> at.skip();
      }
    }
  }

  private void addReason(List<Reason> reasons) throws IOException, NotIsoException {
    Reason reason = IsoValues.reason(at);
    if (reasons.size() == MAX_REASONS) {
      throw at.refused(Problem.MALFORMED, "StsRsnInf", "Quá nhiều lý do");
    }
    if (reason.code() != null || reason.text() != null) {
      reasons.add(reason);
    }
  }

  private void nameFile(String original) throws NotIsoException {
    OptionalInt ours = MessageIds.seqOf(sender, original);
    if (ours.isEmpty()) {
      throw at.refused(Problem.FOREIGN, "OrgnlMsgId", "Thông điệp nói về một tệp không phải của ta");
    }
    msgId = original;
    seq = ours.getAsInt();
  }

  private void requirePayment(String messageName) throws NotIsoException {
    if (!messageName.startsWith("pain.001")) {
      throw at.refused(Problem.FOREIGN, "OrgnlMsgNmId", "Thông điệp gốc không phải lệnh chi pain.001");
    }
  }

  private void requireSameFile(String paymentInformationId) throws NotIsoException {
    if (!paymentInformationId.equals(msgId) && !paymentInformationId.equals(NOT_PROVIDED)) {
      throw at.refused(Problem.FOREIGN, "OrgnlPmtInfId", "Khối thanh toán không thuộc tệp được nêu");
    }
  }

  /** By the standard the status of a block comes before its transactions; otherwise transactions already delivered would be wrong. */
  private String levelBefore(boolean listing, String status) throws NotIsoException {
    if (listing) {
      throw at.refused(Problem.MALFORMED, "OrgnlPmtInfAndSts", "Trạng thái của khối đứng sau các giao dịch");
    }
    return status;
  }

  private String named() throws NotIsoException {
    if (msgId == null) {
      throw at.refused(Problem.MALFORMED, "OrgnlMsgId", "Thiếu tên tệp gốc");
    }
    return msgId;
  }

  private static final class ReportedTransaction {
    private @Nullable String endToEndId;
    private @Nullable String status;
    private @Nullable String bankRef;
    private @Nullable Long amountVnd;
    private @Nullable LocalDate settledOn;

    boolean isNamed() {
      return endToEndId != null && !endToEndId.isEmpty() && !endToEndId.equals(NOT_PROVIDED);
    }
  }
}
