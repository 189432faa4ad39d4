package vn.chitra.hub.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case in a mail; texts as stored, not yet safe to show.
 *
 * @param event the event: NEW, LATE or CLOSED
 * @param level of escalation reached so far
 * @param amountVnd dong at stake
 */
record MailCase(MailEvent event, long caseId, String kind, String subject, @Nullable String partner, @Nullable Long fileId,
    @Nullable Integer lineNo, String evidence, int itemCount, @Nullable Long amountVnd, Instant openedAt, @Nullable Instant dueAt,
    @Nullable Instant closedAt, @Nullable String resolution, int level) {}
