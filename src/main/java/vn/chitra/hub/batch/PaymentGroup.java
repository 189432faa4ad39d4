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
 * @param payFroms the {@code pay_from} days of the payouts whose payments belong here
 * @param answerDueOn after this day a missing last answer is a case
 */
public record PaymentGroup(String folder, @Nullable String programme, @Nullable LocalDate period, @Nullable LocalDate valueDate,
    List<LocalDate> payFroms, LocalDate answerDueOn) {}
