package vn.chitra.hub.batch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that all payments of one batch share.
 *
 * @param folder post office or commune, empty at a bank
 * @param programme of a commune's list
 * @param period of a cash list, first day of the month
 * @param valueDate of a bank file
 * @param waiting the payments that belong here
 * @param answerDueOn after this day a missing last answer is a case
 */
public record PaymentGroup(String folder, @Nullable String programme, @Nullable LocalDate period, @Nullable LocalDate valueDate,
    List<BatchPayments.Waiting> waiting, LocalDate answerDueOn) {

  /** How many batches of so many payments it takes. */
  int batches(int most) {
    return (waiting.stream().mapToInt(BatchPayments.Waiting::payments).sum() + most - 1) / most;
  }
}
