package vn.chitra.hub.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Reads a mail with its cases and the mails that it answers. */
@Component
class MailRows {

  private static final String CASES = SqlText.of("alert/read-cases-of-mail");
  private static final String FIRST_MAILS = SqlText.of("alert/read-first-mails");

  private final JdbcClient jdbc;

  MailRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record First(String messageId, String subject) {}

  /** The row alone. */
  QueuedMail head(ResultSet r, int n) throws SQLException {
    java.sql.Date period = r.getDate("period");
    Letter written = r.getString("html") == null ? null : new Letter(r.getString("message_id"), List.of(r.getString("sent_to").split(",")),
        r.getString("subject"), r.getString("plain"), r.getString("html"), List.of());
    boolean inDoubt = r.getBoolean("in_doubt");
    return new QueuedMail(r.getLong("mail_id"), MailEvent.valueOf(r.getString("event")), RecipientRole.valueOf(r.getString("role")),
        r.getObject("case_id", Long.class), r.getObject("thread_id", Long.class), r.getInt("level"), r.getString("programme"),
        period == null ? null : YearMonth.from(period.toLocalDate()), r.getObject("proposal_id", Long.class), List.of(), List.of(), null,
        r.getInt("attempts"), inDoubt, inDoubt ? written : null);
  }

  /** The mail with its cases and the mails that it answers. */
  QueuedMail whole(QueuedMail head) {
    List<First> firsts = jdbc.sql(FIRST_MAILS).param("mail", head.id()).query((r, n) -> new First(r.getString(2), r.getString(3))).list();
    List<String> references = firsts.stream().map(First::messageId).toList();
    Letter written = head.written();
    return new QueuedMail(head.id(), head.event(), head.role(), head.caseId(), head.threadId(), head.level(), head.programme(),
        head.period(), head.proposalId(), jdbc.sql(CASES).param("mail", head.id()).query(MailRows::mailCase).list(), references,
        firsts.isEmpty() ? null : firsts.get(0).subject(), head.attempts(), head.inDoubt(), written == null ? null
            : new Letter(written.messageId(), written.to(), written.subject(), written.plain(), written.html(), references));
  }

  private static MailCase mailCase(ResultSet r, int n) throws SQLException {
    return new MailCase(MailEvent.valueOf(r.getString("event")), r.getLong("case_id"), r.getString("kind"), r.getString("subject"),
        r.getString("partner"), r.getObject("file_id", Long.class), r.getObject("line_no", Integer.class), r.getString("evidence"),
        r.getInt("item_count"), r.getObject("amount_vnd", Long.class), r.getTimestamp("opened_at").toInstant(), instant(r, "due_at"),
        instant(r, "closed_at"), r.getString("resolution"), r.getInt("escalated_level"),
        r.getInt("joined"), r.getInt("added"), r.getLong("added_vnd"), r.getString("commune_code"));
  }

  private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
    Timestamp at = r.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
