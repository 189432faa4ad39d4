package vn.chitra.hub.alert;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * One line a banking day that the hub runs, with the day's figures, where {@code hub.mail.heartbeat-at} is set. It goes to addresses of its
 * own, and to the operators as long as they got fewer than {@value #BUDGET} mails in the month. After a standstill it follows on the same
 * day; that of a day that is over never leaves.
 */
@Component
class Heartbeats {

  /** Mails of a role in a month that people still read. */
  static final int BUDGET = 15;
  private static final String WRITE = SqlText.of("alert/write-heartbeat");
  private static final String COUNT = SqlText.of("alert/count-mails-of-operators");
  private static final String FIGURES = SqlText.of("alert/read-figures-of-day");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private final JdbcClient jdbc;
  private final MailSettings settings;
  private final BankingCalendar calendar;
  private final CaseWords words;
  private final Clock businessClock;
  private final Clock wallClock;

  Heartbeats(JdbcClient jdbc, MailSettings settings, BankingCalendar calendar, CaseWords words, Clock businessClock,
      @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.calendar = calendar;
    this.words = words;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /** @return mails */
  @Transactional(propagation = Propagation.MANDATORY)
  public int write() {
    return isTime() ? jdbc.sql(WRITE).param("day", Date.valueOf(today())).param("wall", Timestamp.from(wallClock.instant())).update() : 0;
  }

  /** The mails that {@link #write} would write now. */
  public long due() {
    return isTime() && jdbc.sql("select not exists (select from mail where event = 'ALIVE' and period = :day)")
        .param("day", Date.valueOf(today())).query(Boolean.class).single() ? 1 : 0;
  }

  /** The addresses of a heartbeat that is sent now. */
  List<String> recipients() {
    List<String> to = new ArrayList<>(settings.heartbeatTo());
    Timestamp month = Timestamp.from(wallClock.instant().atZone(Zone.VIETNAM).toLocalDate().withDayOfMonth(1).atStartOfDay(Zone.VIETNAM)
        .toInstant());
    long sent = jdbc.sql(COUNT).param("from", month).param("own", String.join(",", to)).query(Long.class).single();
    if (sent < BUDGET) {
      to.addAll(settings.recipients().getOrDefault(RecipientRole.OPERATOR, List.of()));
    }
    return to.stream().distinct().toList();
  }

  /** The subject and the line. */
  Map<String, Object> values() {
    ZonedDateTime now = now();
    return jdbc.sql(FIGURES).param("from", Timestamp.from(now.toLocalDate().atStartOfDay(Zone.VIETNAM).toInstant()))
        .param("now", Timestamp.from(now.toInstant())).query((r, n) -> Map.<String, Object>of(
            "subject", "Hub đang chạy – " + TIME.format(now),
            "line", "Hub đang chạy lúc " + TIME.format(now) + ". Hôm nay: gửi " + SafeText.dong(r.getLong("files")) + " tệp ("
                + SafeText.dong(r.getLong("payments")) + " khoản, " + SafeText.dong(r.getLong("dong")) + " đồng), nhận "
                + SafeText.dong(r.getLong("received")) + " tệp; vụ việc đang mở " + SafeText.dong(r.getLong("cases")) + " (quá hạn "
                + SafeText.dong(r.getLong("late")) + "), đề nghị chờ duyệt " + SafeText.dong(r.getLong("proposals")) + ".",
            "link", words.link("/"))).single();
  }

  private boolean isTime() {
    LocalTime at = settings.heartbeatAt();
    return at != null && settings.sends() && calendar.isBankingDay(today()) && !now().toLocalTime().isBefore(at);
  }

  private LocalDate today() {
    return now().toLocalDate();
  }

  private ZonedDateTime now() {
    return businessClock.instant().atZone(Zone.VIETNAM);
  }
}
