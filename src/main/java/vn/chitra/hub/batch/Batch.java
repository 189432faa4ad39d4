package vn.chitra.hub.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.SentJournal;

/**
 * Payments that travel together to one partner, as one file or one API bulk. Each verb checks the state it starts from. The version column
 * makes it a compare-and-set: of two transactions that change the same state, one commits.
 */
@Entity
@Table(name = "batch")
public class Batch {

  public enum Kind { PAYMENT, ACCOUNT_OPENING }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "batch_id")
  private @Nullable Long id;

  private String partner;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String folder;
  private @Nullable String programme;
  private @Nullable LocalDate period;
  private @Nullable LocalDate valueDate;

  @Enumerated(EnumType.STRING)
  private BatchState state;

  private @Nullable Integer seq;
  private @Nullable String fileName;

  @Column(name = "file_sha256")
  private @Nullable String fileSha256;

  private @Nullable Long fileSize;
  private int paymentCount;
  private long totalVnd;
  private int uploadAttempt;
  private int putOff;
  private @Nullable String proof;
  private Instant openedAt;
  private @Nullable Instant builtAt;
  private @Nullable Instant sentAt;
  private @Nullable Instant acknowledgedAt;
  private @Nullable LocalDate answerDueOn;
  private int listVersion;
  private boolean listClosed;
  private boolean answered;
  private boolean stillOwed;
  private @Nullable Instant retryAt;
  private int acknowledgementNo;
  private @Nullable String acknowledgementContent;
  private @Nullable Instant acknowledgementWrittenAt;

  @Column(name = "configuration_sha256")
  private @Nullable String configurationSha256;

  @Version
  private int version;

  @SuppressWarnings("NullAway")
  protected Batch() {}

  /** A payment batch with no payment in it yet. */
  public static Batch open(String partner, PaymentGroup group, Instant at) {
    Batch batch = new Batch();
    batch.partner = partner;
    batch.kind = Kind.PAYMENT;
    batch.folder = group.folder();
    batch.programme = group.programme();
    batch.period = group.period();
    batch.valueDate = group.valueDate();
    batch.answerDueOn = group.answerDueOn();
    batch.state = BatchState.OPEN;
    batch.openedAt = at;
    return batch;
  }

  /** An account-opening file for a bank, and the last day for its answer; no payment travels in it. */
  public static Batch openForAccounts(String partner, int people, LocalDate lastReplyOn, Instant at) {
    Batch batch = new Batch();
    batch.partner = partner;
    batch.kind = Kind.ACCOUNT_OPENING;
    batch.folder = "";
    batch.state = BatchState.OPEN;
    batch.paymentCount = people;
    batch.answerDueOn = lastReplyOn;
    batch.openedAt = at;
    return batch;
  }

  public void holds(int payments, long dong) {
    require(state == BatchState.OPEN);
    this.paymentCount = payments;
    this.totalVnd = dong;
  }

  /** Moves on the value date of a bank file that has passed meanwhile, or whose cut-off has, and the last day for its answer. */
  public void valueDateIs(LocalDate day, LocalDate lastReplyOn) {
    require(state == BatchState.OPEN);
    this.valueDate = day;
    this.answerDueOn = lastReplyOn;
  }

  /** Notes by which route and mapping files its bytes are made. */
  public void madeWith(MadeWith files) {
    require(state == BatchState.OPEN);
    configurationSha256 = files.configurationSha256();
  }

  public void cancel() {
    require(state == BatchState.OPEN);
    state = BatchState.CANCELLED;
  }

  /** From here on it is always sent. */
  public void built(int number, String name, Archive.StoredBytes bytes, Instant at, Instant retryFrom) {
    require(state == BatchState.OPEN);
    state = BatchState.BUILT;
    seq = number;
    fileName = name;
    fileSha256 = bytes.sha256();
    fileSize = bytes.size();
    builtAt = at;
    retryAt = retryFrom;
  }

  /**
   * Whether a send may start now: the batch is new, or in doubt or waiting for funds and allowed to be sent again. Without that permission
   * a person decides first.
   */
  public boolean isToBeSent() {
    return state == BatchState.BUILT || (state == BatchState.IN_DOUBT || state == BatchState.WAITING_FUNDS) && retryAt != null;
  }

  /**
   * Whether the result of that attempt still counts: no later attempt has begun, no answer has overtaken it, no person decides about it.
   */
  public boolean isUnderWay(int attempt) {
    return uploadAttempt == attempt && (state == BatchState.SENDING || state == BatchState.IN_DOUBT && retryAt != null);
  }

  /**
   * To be committed before the first outside byte.
   *
   * @param lease if the send is not finished by then, the batch is in doubt
   */
  public void sending(Instant lease) {
    require(isToBeSent());
    state = BatchState.SENDING;
    uploadAttempt++;
    retryAt = lease;
  }

  /** The partner's promise counts from no day before its bytes leave: an earlier last day for its answer moves on. */
  public void replyIsDueBy(LocalDate lastReplyOn) {
    require(state == BatchState.SENDING);
    answerDueOn = answerDueOn != null && answerDueOn.isBefore(lastReplyOn) ? lastReplyOn : answerDueOn;
  }

  /** @param seen what showed that the partner holds it */
  public void sent(String seen, Instant at) {
    require(state == BatchState.SENDING || state == BatchState.IN_DOUBT);
    state = BatchState.SENT;
    proof = seen;
    sentAt = at;
    retryAt = null;
  }

  /**
   * The send ended without proof, or a person sends the batch again.
   *
   * @param retryFrom when to ask and send again; null = a person decides first
   */
  public void leftInDoubt(@Nullable Instant retryFrom) {
    require(state == BatchState.SENDING || state == BatchState.IN_DOUBT);
    state = BatchState.IN_DOUBT;
    retryAt = retryFrom;
  }

  /** The send was put off before anything of the file left. It is in doubt all the same: an earlier one may have reached the partner. */
  public void putOff(Instant retryFrom) {
    leftInDoubt(retryFrom);
    putOff++;
  }

  /** The partner acknowledged other bytes than ours: a person decides. */
  public void doubted() {
    require(state.isOut());
    state = BatchState.IN_DOUBT;
    retryAt = null;
  }

  public void acknowledged(String seen, Instant at) {
    if (state == BatchState.ACKNOWLEDGED) {
      return;
    }
    require(state.isOut() || state == BatchState.WAITING_FUNDS);
    state = BatchState.ACKNOWLEDGED;
    proof = seen;
    sentAt = sentAt == null ? at : sentAt;
    acknowledgedAt = at;
    retryAt = null;
  }

  public void refused() {
    require(state.isOut());
    state = BatchState.REFUSED;
    retryAt = null;
  }

  public void waitsForFunds() {
    require(state.isOut());
    state = BatchState.WAITING_FUNDS;
    retryAt = null;
  }

  /** The funds are available, or a person confirms it: the same bytes are sent again. */
  public void fundsStand(Instant retryFrom) {
    require(state == BatchState.WAITING_FUNDS);
    retryAt = retryFrom;
  }

  public void reported(int listVersionNo) {
    listVersion = Math.max(listVersion, listVersionNo);
  }

  public void closeList() {
    listClosed = true;
    answered = true;
  }

  public void everyLineNamed() {
    answered = true;
  }

  /** The last answer has left payments in progress; after that day they are overdue. */
  public void stillOwes(LocalDate until) {
    stillOwed = true;
    answerDueOn = until;
  }

  /** @param stated the content, by which two acknowledgements with one number are compared */
  public void acknowledgementApplied(int number, String stated) {
    acknowledgementNo = Math.max(acknowledgementNo, number);
    acknowledgementContent = stated;
  }

  /** Whether the newest numbered acknowledgement had the same content. */
  public boolean hasHeard(String stated) {
    return stated.equals(acknowledgementContent);
  }

  /** Records an acknowledgement without a number but with its time. @return false when a later one was applied already */
  public boolean isNews(Instant reportedAt) {
    if (acknowledgementWrittenAt != null && reportedAt.isBefore(acknowledgementWrittenAt)) {
      return false;
    }
    acknowledgementWrittenAt = reportedAt;
    return true;
  }

  /** Whether the last day for the answer is past on that day; what is answered has none. */
  public boolean isOverdue(LocalDate today) {
    return !answered && answerDueOn != null && answerDueOn.isBefore(today);
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new IllegalStateException("batch " + id + " is " + state);
    }
  }

  public long id() {
    return Objects.requireNonNull(id);
  }

  public String partner() {
    return partner;
  }

  public Kind kind() {
    return kind;
  }

  public String folder() {
    return folder;
  }

  public @Nullable String programme() {
    return programme;
  }

  public @Nullable LocalDate period() {
    return period;
  }

  public @Nullable LocalDate valueDate() {
    return valueDate;
  }

  /** The series in which the batch's file is numbered. */
  public SentJournal.Series series() {
    return new SentJournal.Series(partner, kind.name(), folder);
  }

  public BatchState state() {
    return state;
  }

  /** @throws NullPointerException before the batch is numbered */
  public int seq() {
    return Objects.requireNonNull(seq);
  }

  public String fileName() {
    return Objects.requireNonNull(fileName);
  }

  public String fileSha256() {
    return Objects.requireNonNull(fileSha256);
  }

  public long fileSize() {
    return Objects.requireNonNull(fileSize);
  }

  public int paymentCount() {
    return paymentCount;
  }

  public long totalVnd() {
    return totalVnd;
  }

  public int uploadAttempt() {
    return uploadAttempt;
  }

  /** How many attempts may have reached the partner: those that were not put off. */
  public int triedAttempts() {
    return uploadAttempt - putOff;
  }

  public int listVersion() {
    return listVersion;
  }

  public boolean isListClosed() {
    return listClosed;
  }

  public boolean isAnswered() {
    return answered;
  }

  public int acknowledgementNo() {
    return acknowledgementNo;
  }
}
