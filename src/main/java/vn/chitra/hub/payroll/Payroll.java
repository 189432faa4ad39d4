package vn.chitra.hub.payroll;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A payroll as the intake writes it: its header, the result of its lines, and the first content of its receipt. It begins held, and nothing
 * of it may move until its lines are judged. A verb that does not fit the state throws {@link IllegalStateException} and changes nothing.
 * Later states are moved set-wise: planned and released by the function {@code move_payroll}, the receipt by
 * {@code sql/payroll/advance-receipts}.
 */
@Entity
@Table(name = "payroll")
public class Payroll {

  /** The states of a payroll in the hub. */
  public enum State { TAKEN, PLANNED, RELEASED, HELD, REFUSED, CANCELLED }

  /** The states of a receipt, as the agency reads them. */
  public enum ReceiptStatus { TAKEN, HELD, REFUSED, CANCELLED, DISPATCHED, SETTLED }

  @Id
  private String payrollId;
  private String programme;
  private String agencyCode;
  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 5)
  private String communeCode;
  private LocalDate periodFrom;
  private LocalDate period;
  private LocalDate accountCutoff;
  private LocalDate payFrom;
  private LocalDate payUntil;
  private int itemCount;
  private long totalVnd;
  private @Nullable Instant approvedAt;
  @Enumerated(EnumType.STRING)
  private State state;
  private Instant takenAt;
  private int acceptedCount;
  private long acceptedVnd;
  private int refusedCount;
  private long refusedVnd;
  private @Nullable String message;
  @Enumerated(EnumType.STRING)
  private ReceiptStatus receiptStatus;
  private int receiptRevision;
  /** Moved by {@link WriteBack} alone, past this aggregate. */
  @Column(updatable = false)
  private int receiptWritten;
  @Version
  private @Nullable Integer version;

  @SuppressWarnings("NullAway.Init")
  protected Payroll() {}

  Payroll(PayrollHeader header, Instant takenAt) {
    MonthRange booked = header.periodToBookUnder();
    this.payrollId = header.payrollId();
    this.programme = header.programme();
    this.agencyCode = header.agencyCode();
    this.communeCode = header.communeCode();
    this.periodFrom = booked.firstDay();
    this.period = booked.lastMonthsFirstDay();
    this.accountCutoff = header.accountCutoff();
    this.payFrom = header.payFrom();
    this.payUntil = header.payUntil();
    this.itemCount = header.itemCount();
    this.totalVnd = header.totalVnd();
    this.approvedAt = header.approvedAt();
    this.state = State.HELD;
    this.takenAt = takenAt;
    this.receiptStatus = ReceiptStatus.HELD;
    this.receiptRevision = 1;
  }

  /**
   * Holds the payroll for wrong control totals: nothing accepted, nothing refused, no payout, so its keys stay free for the corrected
   * payroll.
   */
  void holdForTotals(String why) {
    require(State.HELD);
    message = why;
  }

  /** Records the judged lines. Fails unless in = out + refused, in number and in money. */
  void judged(Tally accepted, Tally refused, @Nullable String remark) {
    require(State.HELD);
    if (accepted.count() + refused.count() != itemCount || accepted.vnd() + refused.vnd() != totalVnd) {
      throw new IllegalStateException("payroll " + payrollId + " does not balance: accepted " + accepted + ", refused " + refused
          + ", header " + itemCount + " lines, " + totalVnd + " dong");
    }
    boolean nothingLeft = accepted.count() == 0 && refused.count() > 0;
    acceptedCount = accepted.count();
    acceptedVnd = accepted.vnd();
    refusedCount = refused.count();
    refusedVnd = refused.vnd();
    state = nothingLeft ? State.REFUSED : State.TAKEN;
    receiptStatus = nothingLeft ? ReceiptStatus.REFUSED : ReceiptStatus.TAKEN;
    message = remark;
  }

  public String payrollId() {
    return payrollId;
  }

  public String programme() {
    return programme;
  }

  public String communeCode() {
    return communeCode;
  }

  /** The first day of the month that the settlement counts it in. */
  public LocalDate period() {
    return period;
  }

  public LocalDate payFrom() {
    return payFrom;
  }

  public LocalDate payUntil() {
    return payUntil;
  }

  public State state() {
    return state;
  }

  ReceiptStatus receiptStatus() {
    return receiptStatus;
  }

  public Tally accepted() {
    return new Tally(acceptedCount, acceptedVnd);
  }

  public Tally refused() {
    return new Tally(refusedCount, refusedVnd);
  }

  /** Vietnamese, without personal data; null where there is nothing to say. */
  public @Nullable String message() {
    return message;
  }

  private void require(State expected) {
    if (state != expected) {
      throw unfit("not " + expected);
    }
  }

  private IllegalStateException unfit(String verb) {
    return new IllegalStateException("payroll " + payrollId + " is " + state + " with receipt " + receiptStatus + ": " + verb);
  }
}
