package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.iso20022.EntryFaults.Fault;
import vn.chitra.hub.inbound.ParseResult.Problem;

/** Reads one camt.053: each statement must balance, and only booked entries count. */
final class StatementReader implements EntryReader.Taker {

  private static final int MAX_STATEMENTS = 100;
  private static final int MAX_TEXT = 60;
  /** A credit entry with more details than this is delivered as one movement. */
  private static final int MAX_PAYMENTS_IN_ENTRY = 1000;

  private final XmlCursor at;
  private final String sender;
  private final IsoParseRules rules;
  private final FundingAccount account;
  private final FundingSource funder;
  private final EntryFaults faults;
  private final IsoSink sink;
  private final List<IsoStatement> statements = new ArrayList<>();
  private final List<Detail> named = new ArrayList<>(1);
  private @Nullable Long opening;
  private @Nullable Long closing;
  private @Nullable LocalDate date;
  private int entries;
  private long debits;
  private long credits;

  StatementReader(XmlCursor at, String sender, IsoParseRules rules, FundingAccount account, FundingSource funder, EntryFaults faults,
      IsoSink sink) {
    this.at = at;
    this.faults = faults;
    this.sender = sender;
    this.rules = rules;
    this.account = account;
    this.funder = funder;
    this.sink = sink;
  }

  IsoParseResult read() throws IOException, NotIsoException {
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Stmt" -> readStatement();
        default -> at.skip();
      }
    }
    if (statements.isEmpty()) {
      throw at.refused(Problem.TRUNCATED, "Stmt", "Thông điệp không có sổ phụ nào");
    }
    return new IsoParseResult.StatementsRead(List.copyOf(statements));
  }

  private void readStatement() throws IOException, NotIsoException {
    startStatement();
    String number = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Acct" -> number = account.requireOurs(at);
        case "Bal" -> readBalance();
        case "Ntry" -> new EntryReader(at, this, faults.ofNext()).read();
        default -> at.skip();
      }
    }
    if (number == null || opening == null || closing == null || date == null) {
      throw at.refused(Problem.MALFORMED, "Stmt", "Sổ phụ thiếu tài khoản, số dư đầu hoặc số dư cuối");
    }
    if (opening + credits - debits != closing) {
      throw at.refused(Problem.MALFORMED, "Bal", "Sổ phụ không cân: đầu kỳ + có − nợ khác cuối kỳ");
    }
    statements.add(new IsoStatement(number, date, opening, closing, entries, debits, credits));
  }

  private void startStatement() throws NotIsoException {
    if (statements.size() == MAX_STATEMENTS) {
      throw at.refused(Problem.MALFORMED, "Stmt", "Quá nhiều sổ phụ trong một tệp");
    }
    opening = null;
    closing = null;
    date = null;
    entries = 0;
    debits = 0;
    credits = 0;
  }

  private void readBalance() throws IOException, NotIsoException {
    String kind = null;
    long amount = 0;
    boolean credit = true;
    LocalDate day = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Tp" -> kind = balanceKind();
        case "Amt" -> amount = IsoValues.amount(at);
        case "CdtDbtInd" -> credit = IsoValues.isCredit(at);
        case "Dt" -> day = IsoValues.choiceOfDay(at);
        default -> at.skip();
      }
    }
    long signed = credit ? amount : -amount;
    if ("OPBD".equals(kind) || "PRCD".equals(kind) && opening == null) {
      opening = signed;
    } else if ("CLBD".equals(kind)) {
      closing = signed;
      date = day;
    }
  }

  private @Nullable String balanceKind() throws IOException, NotIsoException {
    String kind = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "CdOrPrtry" -> kind = IsoValues.choiceOfCode(at);
        default -> at.skip();
      }
    }
    return kind;
  }

  /** For a batch only the entry counts; elsewhere there are few details, and each is a movement of its own. */
  @Override
  public void detail(Entry entry, Detail detail) {
    if (!entry.isCredit() && detail.paymentInformationId != null) {
      takeBatch(entry, detail.paymentInformationId);
    }
    if (entry.isBooked() && (entry.isCredit() || entry.batchId == null) && named.size() <= MAX_PAYMENTS_IN_ENTRY) {
      named.add(detail);
    }
  }

  /** The batch of a detail is the entry's where nothing else names one; another file of ours makes it an entry over several. */
  private void takeBatch(Entry entry, String batchId) {
    if (entry.batchId == null || MessageIds.seqOf(sender, batchId).isPresent()) {
      entry.inBatch(batchId);
    }
  }

  @Override
  public void end(Entry entry, int details) {
    List<Detail> parts = List.copyOf(named);
    named.clear();
    if (!entry.isBooked()) {
      return;
    }
    long net = entry.netVnd();
    add(entry, net);
    if (isOneOfEachPayment(entry, parts)) {
      parts.forEach(part -> report(entry, part, part.amount(), true));
    } else {
      report(entry, parts.size() == 1 ? parts.get(0) : new Detail(), net, details <= 1);
    }
    if (entry.feeVnd > 0) {
      reportFee(entry);
    }
  }

  /** One movement that a person explains: what it is made of is not known. */
  @Override
  public void unclear(Entry entry, Fault fault) {
    named.clear();
    if (entry.isBooked()) {
      entry.feeVnd = 0;
      add(entry, entry.amountVnd);
      entries++;
      sink.entry(new StatementEntry(entries, entry.isCredit(), entry.amountVnd, "X" + words(fault.words()), entry.batchId, entry.batchCount,
          null, null, entry.reversal, entry.bankRef, entry.bookedOn, entry.text, false));
    }
  }

  private void add(Entry entry, long netVnd) {
    debits = Math.addExact(debits, Math.addExact(entry.isCredit() ? 0 : netVnd, entry.feeVnd));
    credits = entry.isCredit() ? Math.addExact(credits, netVnd) : credits;
  }

  private void reportFee(Entry entry) {
    entries++;
    sink.entry(new StatementEntry(entries, false, entry.feeVnd, "P" + words(entry.text), null, null, null, null, false, entry.bankRef,
        entry.bookedOn, entry.text, false));
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text.substring(0, Math.min(MAX_TEXT, text.length()));
  }

  /** Whether each detail is a movement: in a credit when all details are listed, in a debit when each names a payment. */
  private static boolean isOneOfEachPayment(Entry entry, List<Detail> parts) {
    boolean several = parts.size() > 1 && parts.size() <= MAX_PAYMENTS_IN_ENTRY
        && parts.stream().allMatch(part -> part.isCredit(entry) == entry.isCredit());
    return several && (entry.isCredit() ? parts.stream().mapToLong(Detail::amount).sum() == entry.netVnd()
        : parts.stream().allMatch(part -> part.endToEndId != null));
  }

  /** @param whole false where the entry is several movements that cannot be separated */
  private void report(Entry entry, Detail detail, long amountVnd, boolean whole) {
    entries++;
    String batchId = entry.batchId == null ? detail.paymentInformationId : entry.batchId;
    String text = entry.text == null ? detail.text : entry.text;
    String bankRef = detail.bankRef == null ? entry.bankRef : detail.bankRef;
    String reason = detail.returned == null ? null : detail.returned.code();
    String reference = reference(entry, detail, batchId, text, whole);
    boolean unstated = whole && entry.isCredit() && !entry.reversal && reference.startsWith("X");
    sink.entry(new StatementEntry(entries, entry.isCredit(), amountVnd, reference, batchId, entry.batchCount, detail.endToEndId, reason,
        entry.reversal, bankRef, entry.bookedOn, text, unstated));
  }

  private String reference(Entry entry, Detail detail, @Nullable String batchId, @Nullable String text, boolean whole) {
    String words = words(text);
    if (entry.reversal || entry.severalBatches) {
      return "X" + words;
    }
    OptionalInt seq = batchId == null ? OptionalInt.empty() : MessageIds.seqOf(sender, batchId);
    if (!entry.isCredit() && seq.isPresent()) {
      return "F" + seq.getAsInt();
    }
    if (entry.isCredit()) {
      return creditReference(entry, detail, words, whole);
    }
    if (rules.feeFamilies().contains(String.valueOf(entry.family))) {
      return "P" + words;
    }
    return "X" + words;
  }

  /** The payer chooses his own references, so only an id of ours, or the bank's status that money came back, makes a credit a return. */
  private String creditReference(Entry entry, Detail detail, String words, boolean whole) {
    String ours = detail.ours();
    if (ours != null) {
      return "R" + ours;
    }
    if (detail.returned != null) {
      return "R" + (detail.endToEndId == null ? words : detail.endToEndId);
    }
    return (whole && funder.fits(detail, entry.text) ? "N" : "X") + words;
  }
}
