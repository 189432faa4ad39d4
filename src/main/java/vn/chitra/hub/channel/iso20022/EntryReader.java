package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.iso20022.EntryFaults.Fault;
import vn.chitra.hub.inbound.ParseResult.Problem;

/**
 * Reads one {@code Ntry} of a camt.053 or camt.054. Its details are delivered one by one. An entry whose details do not add up to its
 * amount, with or without the charges that it names, has a {@link Fault}, unless its batch contains more transactions than are listed.
 */
final class EntryReader {

  private final XmlCursor at;
  private final Taker taker;
  private final Entry entry = new Entry();
  private final @Nullable Fault known;
  private @Nullable Detail held;
  private boolean isComplete = true;
  private boolean isOverfull;
  private boolean lacksAmount;
  private int listed;
  private long listedVnd;
  private long innerFeeVnd;
  private @Nullable Long batchesVnd;
  private Charges charges = Charges.NONE;
  private Charges detailCharges = Charges.NONE;

  /** The {@code NtryDtls} that is being read: each counts and names its own batch. */
  private int blockDeclared;
  private int blockListed;
  private @Nullable String blockBatch;

  /** @param known the entry's fault, found before: its details are not delivered */
  EntryReader(XmlCursor at, Taker taker, @Nullable Fault known) {
    this.at = at;
    this.taker = taker;
    this.known = known;
  }

  /** Receives the details of an entry, and last the entry itself. */
  interface Taker {

    void detail(Entry entry, Detail detail);

    void end(Entry entry, int details);

    /** Receives an entry that does not add up instead of its details and its end. */
    void unclear(Entry entry, Fault fault);
  }

  /** Reads an entry and delivers nothing; gives its fault, or null. */
  static @Nullable Fault weigh(XmlCursor at) throws IOException, NotIsoException {
    EntryReader reader = new EntryReader(at, new Nobody(), null);
    reader.readAll();
    return reader.fault();
  }

  void read() throws IOException, NotIsoException {
    readAll();
    if (known != null) {
      taker.unclear(entry, known);
    } else {
      taker.end(entry, listed);
    }
  }

  private void readAll() throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Amt" -> entry.amountVnd = early(IsoValues.amount(at));
        case "CdtDbtInd" -> entry.credit = early(IsoValues.isCredit(at));
        case "RvslInd" -> entry.reversal = early(IsoValues.indicator(at));
        // <Sts>BOOK</Sts> in the older versions, <Sts><Cd>BOOK</Cd></Sts> in the newer.
        case "Sts" -> entry.status = early(at.textOrCode());
        case "BookgDt" -> entry.bookedOn = early(IsoValues.choiceOfDay(at));
        case "AcctSvcrRef" -> entry.bankRef = IsoValues.reference(at);
        case "BkTxCd" -> entry.family = family();
        case "Chrgs" -> charges = charges.plus(early(Charges.read(at)));
        case "NtryDtls" -> readDetails();
        case "AddtlNtryInf" -> entry.text = IsoValues.masked(at.text());
        default -> at.skip();
      }
    }
    requireHead();
    reportHeld(listed == 1);
    long fee = Math.addExact(innerFeeVnd, Math.max(0, outerFee()));
    entry.feeVnd = entry.isCredit() || fee < entry.amountVnd ? fee : 0;
  }

  private void readDetails() throws IOException, NotIsoException {
    requireHead();
    blockDeclared = 0;
    blockListed = 0;
    blockBatch = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Btch" -> readBatch();
        case "TxDtls" -> readDetail();
        default -> at.skip();
      }
    }
    isComplete &= blockDeclared <= blockListed;
    isOverfull |= blockDeclared > 0 && blockListed > blockDeclared;
    entry.unlisted += Math.max(0, blockDeclared - blockListed);
  }

  private void readBatch() throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "PmtInfId" -> {
          blockBatch = IsoValues.id(at);
          entry.inBatch(blockBatch);
        }
        case "NbOfTxs" -> {
          int count = IsoValues.count(at);
          entry.batchCount = entry.batchCount == null ? count : Math.addExact(entry.batchCount, count);
          blockDeclared = Math.addExact(blockDeclared, count);
        }
        case "TtlAmt" -> addToBatches(IsoValues.dongOrNull(at));
        default -> at.skip();
      }
    }
  }

  private void readDetail() throws IOException, NotIsoException {
    reportHeld(false);
    Detail detail = new Detail();
    detail.paymentInformationId = blockBatch;
    Amounts amounts = Amounts.NONE;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Refs" -> readRefs(detail);
        case "Amt" -> detail.amountVnd = IsoValues.amount(at);
        case "CdtDbtInd" -> detail.credit = IsoValues.isCredit(at);
        case "AmtDtls" -> amounts = amountDetails();
        case "Chrgs" -> detail.charges = detail.charges.plus(Charges.read(at));
        case "RltdPties" -> readParties(detail);
        case "RmtInf" -> readRemittance(detail);
        case "RtrInf" -> detail.returned = IsoValues.reason(at);
        case "AddtlTxInf" -> detail.text = IsoValues.masked(at.text());
        default -> at.skip();
      }
    }
    take(amounts, detail);
    listed++;
    blockListed++;
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
        case "PmtInfId" -> {
          String named = provided(IsoValues.id(at));
          detail.paymentInformationId = named == null ? detail.paymentInformationId : named;
        }
        case "AcctSvcrRef" -> detail.bankRef = IsoValues.reference(at);
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

  /** @param moved {@code TxAmt}, @param instructed {@code InstdAmt} */
  private record Amounts(@Nullable Long moved, @Nullable Long instructed) {

    private static final Amounts NONE = new Amounts(null, null);
  }

  private Amounts amountDetails() throws IOException, NotIsoException {
    Long moved = null;
    Long instructed = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "TxAmt" -> moved = onlyAmount();
        case "InstdAmt" -> instructed = onlyAmount();
        default -> at.skip();
      }
    }
    return new Amounts(moved, instructed);
  }

  /** The moved amount comes before the instructed one, where a detail has none itself. The difference says whether charges are inside. */
  private void take(Amounts amounts, Detail detail) {
    long charged = detail.charges.vnd();
    Long stated = detail.amountVnd;
    if (stated == null) {
      detail.amountVnd = amounts.moved == null ? amounts.instructed : amounts.moved;
    } else if (charged > 0 && (detail.isCredit(entry) || charged < stated)) {
      Long net = detail.isCredit(entry) ? Math.addExact(stated, charged) : Long.valueOf(stated - charged);
      detail.feeVnd = detail.charges.included() || net.equals(amounts.instructed) || net.equals(amounts.moved) ? charged : 0;
    }
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

  private void reportHeld(boolean sole) {
    Detail detail = held;
    held = null;
    if (detail == null) {
      return;
    }
    if (detail.amountVnd == null && sole) {
      detail.amountVnd = entry.amountVnd;
      detail.feeVnd = charges.included() && (detail.isCredit(entry) || charges.vnd() < entry.amountVnd) ? Math.max(0, charges.vnd()) : 0;
    }
    if (detail.amountVnd == null) {
      lacksAmount = true;
      return;
    }
    detail.credit = detail.isCredit(entry);
    listedVnd = Math.addExact(listedVnd, detail.credit == entry.isCredit() ? detail.statedVnd() : -detail.statedVnd());
    detailCharges = detailCharges.plus(detail.charges);
    innerFeeVnd = Math.addExact(innerFeeVnd, detail.feeVnd);
    if (known == null) {
      taker.detail(entry, detail);
    }
  }

  private void requireHead() throws NotIsoException {
    if (entry.amountVnd < 0 || entry.credit == null || entry.status == null) {
      throw at.refused(Problem.MALFORMED, "Ntry", "Bút toán thiếu số tiền, chiều ghi hoặc trạng thái");
    }
  }

  private @Nullable Fault fault() {
    if (isOverfull) {
      return Fault.MORE_THAN_DECLARED;
    } else if (lacksAmount) {
      return Fault.AMOUNT_MISSING;
    }
    return listed > 0 && outerFee() < 0 ? Fault.SUM_DIFFERS : null;
  }

  /** The charges inside the entry's amount beside its details, dong; negative where details and charges do not add up to it. */
  private long outerFee() {
    long named = charges.vnd();
    if (isComplete && listed > 0) {
      long inside = inside(listedVnd);
      return inside == 0 || inside > 0
          && (inside == named || inside == detailCharges.vnd() || inside == named + detailCharges.vnd()) ? inside : -1;
    }
    if (inside(listedVnd) < 0) {
      return -1;
    }
    boolean stated = batchesVnd != null && named > 0 && inside(batchesVnd) == named;
    return stated || batchesVnd == null && charges.included() ? Math.max(0, named) : 0;
  }

  /** How much more the entry takes from the account, or how much less it brings, than these transactions, dong. */
  private long inside(long transactionsVnd) {
    return entry.isCredit() ? Math.subtractExact(transactionsVnd, entry.amountVnd) : Math.subtractExact(entry.amountVnd, transactionsVnd);
  }

  private void addToBatches(@Nullable Long totalVnd) {
    if (totalVnd != null) {
      batchesVnd = batchesVnd == null ? totalVnd : Math.addExact(batchesVnd, totalVnd);
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

  private static final class Nobody implements Taker {

    @Override
    public void detail(Entry entry, Detail detail) {
      // weighed only
    }

    @Override
    public void end(Entry entry, int details) {
      // weighed only
    }

    @Override
    public void unclear(Entry entry, Fault fault) {
      // weighed only
    }
  }
}
