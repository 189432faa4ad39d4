package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.ParseResult.Problem;

/**
 * Reads one {@code Ntry} of a camt.053 or camt.054. Its details are delivered one by one. An entry whose details do not add up to its
 * amount is refused, unless its batch contains more transactions than are listed.
 */
final class EntryReader {

  private final XmlCursor at;
  private final Taker taker;
  private final Entry entry = new Entry();
  private @Nullable Detail held;
  private int declared;
  private int listed;
  private long listedVnd;

  EntryReader(XmlCursor at, Taker taker) {
    this.at = at;
    this.taker = taker;
  }

  /** Receives the details of an entry, and last the entry itself. */
  interface Taker {

    void detail(Entry entry, Detail detail);

    void end(Entry entry, int details);
  }

  void read() throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Amt" -> entry.amountVnd = early(IsoValues.amount(at));
        case "CdtDbtInd" -> entry.credit = early(IsoValues.isCredit(at));
        case "RvslInd" -> entry.reversal = early(IsoValues.indicator(at));
        // <Sts>BOOK</Sts> in the older versions, <Sts><Cd>BOOK</Cd></Sts> in the newer.
        case "Sts" -> entry.status = early(at.textOrCode());
        case "BookgDt" -> entry.bookedOn = early(IsoValues.choiceOfDay(at));
        case "AcctSvcrRef" -> entry.bankRef = IsoValues.id(at);
        case "BkTxCd" -> entry.family = family();
        case "NtryDtls" -> readDetails();
        case "AddtlNtryInf" -> entry.text = IsoValues.masked(at.text());
        default -> at.skip();
      }
    }
    requireHead();
    reportHeld(listed == 1);
    requireBalance();
    taker.end(entry, listed);
  }

  private void readDetails() throws IOException, NotIsoException {
    requireHead();
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Btch" -> readBatch();
        case "TxDtls" -> readDetail();
        default -> at.skip();
      }
    }
  }

  private void readBatch() throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "PmtInfId" -> entry.batchId = IsoValues.id(at);
        case "NbOfTxs" -> {
          entry.batchCount = IsoValues.count(at);
          declared = Math.addExact(declared, entry.batchCount);
        }
        default -> at.skip();
      }
    }
  }

  private void readDetail() throws IOException, NotIsoException {
    reportHeld(false);
    Detail detail = new Detail();
    Long ofDetails = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Refs" -> readRefs(detail);
        case "Amt" -> detail.amountVnd = IsoValues.amount(at);
        case "CdtDbtInd" -> detail.credit = IsoValues.isCredit(at);
        case "AmtDtls" -> ofDetails = amountDetails();
        case "RltdPties" -> readParties(detail);
        case "RmtInf" -> readRemittance(detail);
        case "RtrInf" -> detail.returned = IsoValues.reason(at);
        case "AddtlTxInf" -> detail.text = IsoValues.masked(at.text());
        default -> at.skip();
      }
    }
    detail.amountVnd = detail.amountVnd == null ? ofDetails : detail.amountVnd;
    listed++;
    held = detail;
  }

  private void readRefs(Detail detail) throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "EndToEndId" -> {
          detail.endToEndId = provided(IsoValues.id(at));
          detail.refersTo(detail.endToEndId);
        }
        case "InstrId", "TxId" -> detail.refersTo(provided(at.text()));
        case "PmtInfId" -> detail.paymentInformationId = provided(IsoValues.id(at));
        case "AcctSvcrRef" -> detail.bankRef = IsoValues.id(at);
        default -> at.skip();
      }
    }
  }

  private void readParties(Detail detail) throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Dbtr" -> detail.payerName = nameOfParty();
        case "DbtrAcct" -> detail.payerAccount = FundingAccount.numberOf(at);
        default -> at.skip();
      }
    }
  }

  /** {@code Nm} in the older versions, {@code Pty/Nm} in the newer. */
  private @Nullable String nameOfParty() throws IOException, NotIsoException {
    String name = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Nm" -> name = at.text();
        case "Pty" -> name = nameOfParty();
        default -> at.skip();
      }
    }
    return name;
  }

  private void readRemittance(Detail detail) throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Ustrd" -> detail.refersTo(at.text());
        default -> at.skip();
      }
    }
  }

  /** {@code TxAmt}, else {@code InstdAmt}: the moved amount before the instructed one. */
  private @Nullable Long amountDetails() throws IOException, NotIsoException {
    Long moved = null;
    Long queried = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "TxAmt" -> moved = onlyAmount();
        case "InstdAmt" -> queried = onlyAmount();
        default -> at.skip();
      }
    }
    return moved == null ? queried : moved;
  }

  private @Nullable Long onlyAmount() throws IOException, NotIsoException {
    Long amount = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Amt" -> amount = IsoValues.amount(at);
        default -> at.skip();
      }
    }
    return amount;
  }

  private @Nullable String family() throws IOException, NotIsoException {
    String family = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Domn", "Fmly" -> {
          String inner = family();
          family = inner == null ? family : inner;
        }
        case "SubFmlyCd" -> family = at.text();
        default -> at.skip();
      }
    }
    return family;
  }

  private void reportHeld(boolean sole) throws NotIsoException {
    if (held == null) {
      return;
    }
    if (held.amountVnd == null && sole) {
      held.amountVnd = entry.amountVnd;
    }
    if (held.amountVnd == null) {
      throw at.refused(Problem.MALFORMED, "TxDtls/Amt", "Chi tiết thứ %d của bút toán không có số tiền".formatted(listed));
    }
    listedVnd = Math.addExact(listedVnd, held.isCredit(entry) == entry.isCredit() ? held.amount() : -held.amount());
    taker.detail(entry, held);
    held = null;
  }

  private void requireHead() throws NotIsoException {
    if (entry.amountVnd < 0 || entry.credit == null || entry.status == null) {
      throw at.refused(Problem.MALFORMED, "Ntry", "Bút toán thiếu số tiền, chiều ghi hoặc trạng thái");
    }
  }

  private void requireBalance() throws NotIsoException {
    boolean whole = declared == 0 || listed >= declared;
    if (declared > 0 && listed > declared) {
      throw at.refused(Problem.MALFORMED, "NbOfTxs", "Bút toán nêu %d chi tiết nhưng báo %d".formatted(listed, declared));
    }
    if (listed > 0 && (whole ? listedVnd != entry.amountVnd : listedVnd > entry.amountVnd)) {
      throw at.refused(Problem.MALFORMED, "Ntry/Amt", "Tổng các chi tiết khác số tiền của bút toán");
    }
  }

  private <T> T early(T value) throws NotIsoException {
    if (listed > 0) {
      throw at.refused(Problem.MALFORMED, "Ntry", "Đầu bút toán đứng sau chi tiết");
    }
    return value;
  }

  private static @Nullable String provided(String reference) {
    return reference.isEmpty() || reference.equals("NOTPROVIDED") ? null : reference;
  }
}
