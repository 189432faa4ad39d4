package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.reconciliation.statement.MatchStatements;
import vn.chitra.hub.support.Zone;

/** When a bank with an API is asked for a statement, and when the statement is missing: minute by minute of the business clock. */
class StatementRequestsIT {

  private static final String BANK = "mb";
  private static final Reply NONE = new Reply.Answered(404, new byte[0], null);
  /** A Wednesday. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

  private final HubFixture hub = HubFixture.get();
  private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
  private final List<LocalDateTime> requests = new ArrayList<>();
  private Reply reply = NONE;
  private FetchStatements fetch;

  @BeforeEach
  void aBulkInTheMorning() {
    hub.reset(vietnam(DAY.atTime(9, 30)));
    jdbc.update("insert into batch (proof, partner, kind, value_date, state, seq, file_name, file_sha256, file_size, payment_count,"
        + " total_vnd, opened_at, built_at, sent_at) values ('202', ?, 'PAYMENT', ?, 'ACKNOWLEDGED', 1, 'PTCTXH-1', repeat('a', 64), 1, 1,"
        + " 300000, ?, ?, ?)", BANK, java.sql.Date.valueOf(DAY), at(), at(), at());
    BankApi api = (partner, call) -> {
      if (call.path().equals("/v1/statements/" + DAY)) {
        requests.add(LocalDateTime.ofInstant(hub.clock().instant(), Zone.VIETNAM));
      }
      return reply;
    };
    fetch = new FetchStatements(api, hub.bean(Partners.class), hub.bean(BankingCalendar.class), hub.bean(QueriedStatements.class),
        hub.bean(ArchiveMessage.class), hub.bean(Clock.class));
  }

  @Test
  void itIsRequestedAtSixAndEveryHalfHourAndMissingOnlyAfterThreeRequests() {
    minutes(DAY.atTime(17, 55), DAY.atTime(19, 14), 1);
    assertThat(requests).containsExactly(DAY.atTime(18, 0), DAY.atTime(18, 30), DAY.atTime(19, 0));
    assertThat(missing()).isEmpty();

    minutes(DAY.atTime(19, 15), DAY.atTime(19, 15), 1);
    assertThat(missing()).containsExactly("statement:mb/2026-11-18");
  }

  @Test
  void aDayThatStaysMissingIsRequestedOnceADayAndNotForEver() {
    minutes(DAY.atTime(18, 0), DAY.atTime(23, 50), 10);
    minutes(DAY.plusDays(1).atTime(0, 0), DAY.plusDays(45).atTime(18, 0), 180);

    assertThat(requests.stream().filter(at -> at.toLocalDate().equals(DAY))).as("18:00 to 23:30").hasSize(12);
    assertThat(requests.stream().filter(at -> at.toLocalDate().isAfter(DAY)).map(LocalDateTime::toLocalDate)).doesNotHaveDuplicates()
        .hasSizeBetween(28, 31);
    assertThat(requests.get(requests.size() - 1).toLocalDate()).isBeforeOrEqualTo(DAY.plusDays(31));
    assertThat(missing()).as("a person decides").contains("statement:mb/2026-11-18");
  }

  @Test
  void aSilentBankIsQueriedEveryHalfHourAndNotForEver() {
    reply = new Reply.Silent("HTTP 500");
    minutes(DAY.atTime(18, 0), DAY.atTime(23, 50), 10);
    assertThat(requests).hasSize(12);

    minutes(DAY.plusDays(1).atTime(0, 0), DAY.plusDays(1).atTime(5, 59), 10);
    assertThat(requests).as("its trouble ends soon").hasSize(24);
    minutes(DAY.plusDays(32).atTime(0, 0), DAY.plusDays(33).atTime(0, 0), 60);
    assertThat(requests).as("a month is over").hasSize(24);
  }

  @Test
  void aDayThatAPersonGaveUpIsRequestedNoMore() {
    minutes(DAY.atTime(18, 0), DAY.atTime(19, 15), 5);
    int before = requests.size();
    jdbc.update("update case_record set state = 'CLOSED', closed_by = 'lan', closed_at = ?, resolution = 'không có sổ phụ'"
        + " where kind = 'STATEMENT_MISSING'", at());

    minutes(DAY.atTime(19, 20), DAY.plusDays(3).atTime(9, 0), 60);
    assertThat(requests).hasSize(before);
    assertThat(missing()).doesNotContain("statement:mb/2026-11-18");
  }

  @Test
  void aStatementThatIsHereIsRequestedNoMore() {
    minutes(DAY.atTime(18, 0), DAY.atTime(18, 0), 1);
    reply = new Reply.Answered(200, ("{\"account\":\"x\",\"date\":\"" + DAY + "\"}").getBytes(StandardCharsets.UTF_8), null);
    minutes(DAY.atTime(18, 30), DAY.atTime(23, 0), 10);

    assertThat(requests).containsExactly(DAY.atTime(18, 0), DAY.atTime(18, 30));
  }

  /** Asks and matches at each step, as the two timers do. */
  private void minutes(LocalDateTime from, LocalDateTime to, int step) {
    for (LocalDateTime now = from; !now.isAfter(to); now = now.plus(Duration.ofMinutes(step))) {
      hub.clock().moveTo(vietnam(now));
      for (FetchStatements.Day day : fetch.due()) {
        try {
          fetch.fetch(day);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      hub.bean(MatchStatements.class).match(BANK);
    }
  }

  private List<String> missing() {
    return jdbc.queryForList("select subject from case_record where kind = 'STATEMENT_MISSING' and state = 'OPEN' order by 1",
        String.class);
  }

  private Timestamp at() {
    return Timestamp.from(hub.clock().instant());
  }

  private static Instant vietnam(LocalDateTime time) {
    return time.atZone(Zone.VIETNAM).toInstant();
  }
}
