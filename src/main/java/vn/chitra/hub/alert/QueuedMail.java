package vn.chitra.hub.alert;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is due and claimed by this process.
 *
 * @param caseId of a mail about one case; null = a digest, a month, a proposal, a day of the law or a heartbeat
 * @param threadId id of the mail that began the thread; null = this one begins it
 * @param references Message-IDs of the first mails of every thread it answers; first the oldest
 * @param firstSubject of the first of them
 * @param attempts with this one
 * @param inDoubt an earlier attempt may have reached the server
 * @param written as it went out in that attempt; null = nothing went out yet
 */
record QueuedMail(long id, MailEvent event, RecipientRole role, @Nullable Long caseId, @Nullable Long threadId, int level,
    @Nullable String programme, @Nullable YearMonth period, @Nullable Long proposalId, List<MailCase> cases, List<String> references,
    @Nullable String firstSubject, int attempts, boolean inDoubt, @Nullable Letter written) {

  /** The left side of the Message-ID: the same at every attempt. */
  String messageKey() {
    String what = event.label() + switch (event) {
      case LATE -> "-" + level;
      case GROWN -> "-" + id;
      default -> "";
    };
    if (event == MailEvent.MONTH) {
      return "month-" + period + "-" + programme;
    }
    if (event == MailEvent.PROPOSAL) {
      return "proposal-" + proposalId;
    }
    if (event == MailEvent.HANDOVER || event == MailEvent.REPORT) {
      return event.label() + "-" + period + "-" + role.label();
    }
    if (event == MailEvent.ALIVE) {
      return "alive-" + id;
    }
    return caseId != null ? "case-" + caseId + "-" + what : "digest-" + (threadId != null ? threadId + "-" : "") + what
        + (event == MailEvent.GROWN ? "" : "-" + id);
  }
}
