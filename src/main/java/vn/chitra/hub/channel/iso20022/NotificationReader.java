package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.channel.iso20022.EntryFaults.Fault;
import vn.chitra.hub.channel.iso20022.StatusReport.Reason;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.support.EndToEndId;

/** Reads one camt.054: booked debits per payment, returns, funding. */
final class NotificationReader implements EntryReader.Taker {

  private static final Set<String> UNCHANGING = Set.of("PDNG", "INFO");

  private final XmlCursor at;
  private final IsoParseRules rules;
  private final FundingAccount account;
  private final IsoSink sink;
  private final EntryFaults faults;
  private int entries;
  private int details;
  private int lines;
  private int unchanged;
  private long fundingVnd;

  NotificationReader(XmlCursor at, IsoParseRules rules, FundingAccount account, EntryFaults faults, IsoSink sink) {
    this.at = at;
    this.faults = faults;
    this.rules = rules;
    this.account = account;
    this.sink = sink;
  }

  IsoParseResult read() throws IOException, NotIsoException {
    int notifications = 0;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Ntfctn" -> {
          notifications++;
          readNotification();
        }
        default -> at.skip();
      }
    }
    if (notifications == 0) {
      sink.notice(new IsoNotice(CaseKind.OUTCOME_UNKNOWN, 0, "Ntfctn", "Thông điệp không có báo có, báo nợ nào", null));
    }
    return new IsoParseResult.NotificationRead(entries, lines, unchanged, fundingVnd);
  }

  private void readNotification() throws IOException, NotIsoException {
    String number = null;
    int before = entries;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Acct" -> number = account.requireOurs(at);
        case "Ntry" -> {
          if (number == null) {
            throw at.refused(Problem.MALFORMED, "Acct", "Thiếu tài khoản trước bút toán");
          }
          entries++;
          new EntryReader(at, this, faults.ofNext()).read();
        }
        default -> at.skip();
      }
    }
    if (entries == before) {
      sink.notice(new IsoNotice(CaseKind.OUTCOME_UNKNOWN, 0, "Ntry", "Một báo có, báo nợ không có bút toán nào", null));
    }
  }

  @Override
  public void detail(Entry entry, Detail detail) {
    details++;
    if (!entry.isBooked()) {
      return;
    }
    if (entry.reversal) {
      contradiction(entry, detail, "RVSL");
    } else if (detail.isCredit(entry)) {
      credit(entry, detail);
    } else {
      debit(entry, detail);
    }
  }

  @Override
  public void end(Entry entry, int listed) {
    if (UNCHANGING.contains(entry.status)) {
      unchanged++;
    } else if (!entry.isBooked()) {
      notice(CaseKind.CODE_UNKNOWN, "Sts", "Bút toán có trạng thái ngoài bảng", entry.amountVnd);
    } else if (listed == 0 && entry.reversal) {
      notice(CaseKind.STATUS_CONTRADICTS, "RvslInd", "Ngân hàng huỷ một bút toán trước", entry.amountVnd);
    } else if (listed == 0 && entry.isCredit()) {
      fundingVnd = Math.addExact(fundingVnd, entry.amountVnd);
    } else if (!entry.isCredit() && !entry.reversal && !isFee(entry) && (listed == 0 || entry.unlisted > 0)) {
      notice(CaseKind.OUTCOME_UNKNOWN, "TxDtls", listed == 0 ? "Bút toán nợ không nêu lệnh nào"
          : "Bút toán nợ còn %d lệnh không nêu".formatted(entry.unlisted), listed == 0 ? entry.netVnd() : null);
    }
  }

  @Override
  public void unclear(Entry entry, Fault fault) {
    if (UNCHANGING.contains(entry.status)) {
      unchanged++;
    } else {
      notice(CaseKind.AMOUNT_DIFFERS, "Ntry/Amt", "Bút toán không được tính: " + fault.words(), entry.amountVnd);
    }
  }

  private boolean isFee(Entry entry) {
    return rules.feeFamilies().contains(String.valueOf(entry.family));
  }

  private void debit(Entry entry, Detail detail) {
    if (detail.returned != null) {
      contradiction(entry, detail, reasonOf(detail.returned));
    } else if (detail.endToEndId != null) {
      report(entry, detail, rules.paidOn().contains(IsoParseRules.BOOKED) ? ReportedState.PAID : ReportedState.ACCEPTED, "BOOK", null);
    } else if (!isFee(entry)) {
      notice(CaseKind.LINE_UNKNOWN, "EndToEndId", "Khoản ghi nợ không nêu mã chi trả", detail.amount());
    }
  }

  private void credit(Entry entry, Detail detail) {
    Reason returned = detail.returned;
    if (returned == null) {
      creditWithoutReason(entry, detail);
    } else if (detail.endToEndId == null) {
      notice(CaseKind.LINE_UNKNOWN, "EndToEndId", "Khoản trả về không nêu mã chi trả", detail.amountVnd);
    } else if (returned.code() == null) {
      report(entry, detail, ReportedState.UNKNOWN, "RTRN", CaseKind.CODE_UNKNOWN);
    } else {
      report(entry, detail, ReportedState.RETURNED, returned.code(), attentionOf(returned.code()));
    }
  }

  private void creditWithoutReason(Entry entry, Detail detail) {
    if (detail.endToEndId != null && EndToEndId.isValid(detail.endToEndId)) {
      report(entry, detail, ReportedState.UNKNOWN, "CRDT", CaseKind.STATUS_CONTRADICTS);
    } else {
      fundingVnd = Math.addExact(fundingVnd, detail.amount());
    }
  }

  private void contradiction(Entry entry, Detail detail, String code) {
    if (detail.endToEndId == null) {
      notice(CaseKind.STATUS_CONTRADICTS, "RvslInd", "Ngân hàng huỷ một bút toán trước", detail.amountVnd);
    } else {
      report(entry, detail, ReportedState.UNKNOWN, code, CaseKind.STATUS_CONTRADICTS);
    }
  }

  private CaseKind attentionOf(String reason) {
    if (rules.deceased().contains(reason)) {
      return CaseKind.PAYEE_DECEASED;
    }
    return rules.isKnown(reason) ? CaseKind.PAYMENT_RETURNED : CaseKind.CODE_UNKNOWN;
  }

  private void report(Entry entry, Detail detail, ReportedState reported, String code, @Nullable CaseKind attention) {
    lines++;
    String text = detail.returned == null ? detail.text : detail.returned.text();
    String bankRef = detail.bankRef == null ? entry.bankRef : detail.bankRef;
    String id = detail.endToEndId == null ? "" : detail.endToEndId;
    sink.line(new IsoLine(details, id, detail.amount(), reported, IsoValues.code(code), text, bankRef, entry.bookedOn, true, attention,
        detail.paymentInformationId));
  }

  private void notice(CaseKind kind, String field, String evidence, @Nullable Long amountVnd) {
    sink.notice(new IsoNotice(kind, details, field, "%s (bút toán thứ %d)".formatted(evidence, entries), amountVnd));
  }

  private static String reasonOf(Reason reason) {
    return reason.code() == null ? "RTRN" : reason.code();
  }
}
