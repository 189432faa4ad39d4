package vn.chitra.naive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A payment of the simple program. */
@Entity
@Table(name = "payment", schema = NaiveMonth.SCHEMA)
class NaivePayment {

  @Id
  @GeneratedValue
  private Long paymentId;
  @Column(unique = true, length = 16)
  private String endToEndId;
  private String payrollId;
  private int lineNo;
  private String payee;
  private String account;
  private long amountVnd;
  private String state = "PLANNED";

  protected NaivePayment() {}

  NaivePayment(String endToEndId, String payrollId, int lineNo, String payee, String account, long amountVnd) {
    this.endToEndId = endToEndId;
    this.payrollId = payrollId;
    this.lineNo = lineNo;
    this.payee = payee;
    this.account = account;
    this.amountVnd = amountVnd;
  }

  Long id() {
    return paymentId;
  }

  /** @return its line for the partner's file */
  String send() {
    state = "SENT";
    return endToEndId + ";" + account + ";" + payee + ";" + amountVnd + "\n";
  }

  /** @return payroll, line, end-to-end id and amount for its result */
  Object[] pay() {
    state = "PAID";
    return new Object[] {payrollId, lineNo, endToEndId, amountVnd};
  }
}
