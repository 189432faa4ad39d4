package vn.chitra.hub.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case in a mail; texts as stored, not yet safe to show.
 *
 * @param event the event: NEW, LATE, GROWN or CLOSED
 * @param level of escalation reached so far
 * @param amountVnd dong at stake
 * @param commune code of the commune of the payout or payroll that it is about
 * @param joined payouts that joined it so far
 * @param added of them since its newest mail, and still in it; @param addedVnd their dong
 */
record MailCase(MailEvent event, long caseId, String kind, String subject, @Nullable String partner, @Nullable Long fileId,
    @Nullable Integer lineNo, String evidence, int itemCount, @Nullable Long amountVnd, Instant openedAt, @Nullable Instant dueAt,
    @Nullable Instant closedAt, @Nullable String resolution, int level, int joined,
    int added, long addedVnd, @Nullable String commune) {}
