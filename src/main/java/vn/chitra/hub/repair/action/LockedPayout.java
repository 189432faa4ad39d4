package vn.chitra.hub.repair.action;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.Word;

/**
 * One payout with its payments, locked.
 *
 * @param firstPayrollId of the line that made it; {@code payrollId} is of the one that revived it last
 * @param partner of the newest payment; null = none
 * @param planned its payroll has been planned, so it has bookings
 * @param withdrawn its agency took the payroll back
 * @param account where it would be paid to, null = none
 * @param refusedFileMayPay the partner reported about a refused file in which it travelled; two persons release that file first
 * @param duplicates second bookings that are neither recovered nor written off
 * @param predecessorPaid the payout whose freed key it took was paid in error, which is neither recovered nor written off
 */
record LockedPayout(long payoutId, String state, String firstPayrollId, int firstLineNo, String payrollId, int lineNo, boolean planned,
    boolean released, boolean withdrawn, String communeCode, LocalDate payFrom, LocalDate payUntil, long amountVnd,
    @Nullable String partner, @Nullable String channel, @Nullable String bankBin, @Nullable Account account, int nextAttempt,
    boolean refusedFileMayPay, int duplicates, boolean predecessorPaid, List<Payment> payments) {

  record Payment(long paymentId, int attempt, PaymentState state, boolean frozen, boolean writtenOff, @Nullable String reasonCode) {}

  /** @param name as the agency wrote it, cleaned */
  record Account(String number, String name) {}

  /** Named by the line that made the payout, not by the one that revived it. */
  String endToEndId(int attempt) {
    return EndToEndId.of(firstPayrollId, firstLineNo, attempt);
  }

  boolean isUnpaid() {
    return state.equals("OPEN") || state.equals("HELD");
  }

  Optional<Payment> living() {
    return payments.stream().filter(payment -> payment.state().isAlive() || payment.state() == PaymentState.PAID).findFirst();
  }

  Optional<Payment> planning() {
    return payments.stream().filter(payment -> payment.state() == PaymentState.PLANNED).findFirst();
  }

  Optional<Payment> newest() {
    return payments.stream().max(Comparator.comparingInt(Payment::attempt));
  }

  /** Money went out in error and is neither recovered nor written off. */
  boolean wasPaidInError() {
    return duplicates > 0 || paymentsInError() > 0;
  }

  int paymentsInError() {
    return (int) payments.stream().filter(payment -> payment.state() == PaymentState.PAID_IN_ERROR && !payment.writtenOff()).count();
  }

  /** The reason why its liability may neither be given back nor paid again; empty when it may (money rule 1). */
  Optional<Word> notFree() {
    if (!isUnpaid()) {
      return Optional.of(Word.of("Khoản chi đang ở trạng thái %s.", "The payout is in state %s.", state));
    }
    if (!planned) {
      return Optional.of(new Word("Bảng chi chưa lập xong kế hoạch; hãy thử lại sau.",
          "The payroll is not planned yet; please try again later."));
    }
    return moneyOut().or(() -> living().map(payment -> Word.of("Lần chi %s còn hiệu lực (%s); chưa thể quyết định.",
        "Payment %s is active (%s); nothing can be decided yet.", payment.attempt(), payment.state())));
  }

  /** Why a payment of it would pay the same months twice; empty when it would not. It may be given back. */
  Optional<Word> paysTwice() {
    return predecessorPaid ? Optional.of(new Word(
        "Khoản chi trước của cùng chế độ, cùng tháng đã chi nhầm mà chưa thu hồi: chi khoản này là chi hai lần.",
        "The payout before it, of the same months, was paid in error, which is not recovered: to pay this one would pay twice."))
        : Optional.empty();
  }

  /** Why money for it is out or may go out although no payment of it says so; empty when none is. */
  Optional<Word> moneyOut() {
    if (wasPaidInError()) {
      return Optional.of(new Word("Khoản chi đã có một lần chi nhầm chưa thu hồi.",
          "The payout has a payment in error that is not recovered."));
    }
    return refusedFileMayPay
        ? Optional.of(new Word(
            "Đối tác còn trả lời về tệp đã từ chối có khoản chi này; hai người phải xác nhận tệp ấy không chi nữa trước đã.",
            "The partner still reports about a refused file with this payout; two persons must first confirm that the file pays no more."))
        : Optional.empty();
  }
}
