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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.inbound.AppliedFile;
import vn.chitra.hub.inbound.ApplyFile;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.reconciliation.statement.MatchStatements;
import vn.chitra.hub.reconciliation.statement.TakeStatement;
import vn.chitra.hub.support.Zone;

/** When a bank with an API is asked for a statement, and when the statement is missing: minute by minute of the business clock. */
class StatementRequestsIT {

  private static final String BANK = "mb";
  private static final Reply NONE = new Reply.Answered(404, new byte[0], null);
  private static final String WHOLE = "{\"account\":\"2700201099001\",\"date\":\"2026-11-18\",\"opening\":5000000,\"closing\":5000000,"
      + "\"entries\":[]}";
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
    reply = ok(WHOLE);
    minutes(DAY.atTime(18, 30), DAY.atTime(23, 0), 10);
    minutes(DAY.plusDays(1).atTime(0, 0), DAY.plusDays(2).atTime(0, 0), 60);

    assertThat(requests).containsExactly(DAY.atTime(18, 0), DAY.atTime(18, 30));
    assertThat(missing()).doesNotContain("statement:mb/2026-11-18");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "<html>", "", "{\"account\":\"2700201099001\",\"date\":\"2026-11-18\"}",
      "{\"account\":\"2700201099001\",\"date\":\"2026-11-18\",\"opening\":5,\"closing\":6,\"entries\":[]}",
      "{\"account\":\"99\",\"date\":\"2026-11-18\",\"opening\":5,\"closing\":5,\"entries\":[]}",
      "{\"account\":\"2700201099001\",\"date\":\"2026-11-17\",\"opening\":5,\"closing\":5,\"entries\":[]}"})
  void anUnusableStatementIsNoneAndIsRequestedFurther(String body) {
    reply = ok(body);
    minutes(DAY.atTime(18, 0), DAY.atTime(19, 30), 10);
    assertThat(requests).containsExactly(DAY.atTime(18, 0), DAY.atTime(18, 30), DAY.atTime(19, 0), DAY.atTime(19, 30));
    assertThat(openCases()).containsExactly("FILE_NOT_UNDERSTOOD", "STATEMENT_MISSING");

    reply = ok(WHOLE);
    minutes(DAY.atTime(19, 40), DAY.atTime(23, 50), 10);
    assertThat(requests).hasSize(5).endsWith(DAY.atTime(20, 0));
    assertThat(openCases()).isEmpty();
    assertThat(jdbc.queryForList("select state from statement where day = '2026-11-18'", String.class)).containsExactly("CHAINED");
  }

  @Test
  void aDayOfUnusableStatementsIsRequestedOnceADayAndNotForEver() {
    reply = ok("{}");
    minutes(DAY.atTime(18, 0), DAY.atTime(23, 50), 10);
    minutes(DAY.plusDays(1).atTime(0, 0), DAY.plusDays(45).atTime(18, 0), 180);

    assertThat(requests.stream().filter(at -> at.toLocalDate().equals(DAY))).as("18:00 to 23:30").hasSize(12);
    assertThat(requests.stream().filter(at -> at.toLocalDate().isAfter(DAY)).map(LocalDateTime::toLocalDate)).doesNotHaveDuplicates()
        .hasSizeBetween(28, 31);
  }

  @Test
  void aDayOfUnusableStatementsThatAPersonGaveUpIsRequestedNoMore() {
    reply = ok("{}");
    minutes(DAY.atTime(18, 0), DAY.atTime(19, 15), 5);
    int before = requests.size();
    jdbc.update("update case_record set state = 'CLOSED', closed_by = 'lan', closed_at = ?, resolution = 'không có sổ phụ'"
        + " where kind = 'STATEMENT_MISSING'", at());

    minutes(DAY.atTime(19, 20), DAY.plusDays(3).atTime(9, 0), 60);
    assertThat(requests).hasSize(before);
  }

  @Test
  void unusableStatementsOfADayThatDifferAreOneCase() {
    for (int i = 0; i < 4; i++) {
      reply = ok("{\"requestId\":" + i + "}");
      minutes(DAY.atTime(18, 0).plusMinutes(30 * i), DAY.atTime(18, 0).plusMinutes(30 * i), 1);
    }
    assertThat(requests).hasSize(4);
    assertThat(jdbc.queryForObject("select count(*) from file where state = 'SET_ASIDE'", Integer.class)).isEqualTo(4);
    assertThat(openCases()).containsExactly("FILE_NOT_UNDERSTOOD", "STATEMENT_MISSING");

    reply = ok(WHOLE);
    minutes(DAY.atTime(20, 0), DAY.atTime(20, 0), 1);
    assertThat(openCases()).isEmpty();
  }

  private static Reply ok(String body) {
    return new Reply.Answered(200, body.getBytes(StandardCharsets.UTF_8), null);
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
      read();
      hub.bean(MatchStatements.class).match(BANK);
    }
  }

  /** What came is read and taken, as the routes do it. */
  private void read() {
    jdbc.queryForList("select file_id from file where state = 'ARCHIVED'", Long.class).forEach(file ->
        AppliedFile.apply(hub.bean(ApplyFile.class), hub.bean(PlatformTransactionManager.class), file));
    TakeStatement take = hub.bean(TakeStatement.class);
    for (long file : take.waiting()) {
      try {
        take.take(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private List<String> openCases() {
    return jdbc.queryForList("select kind from case_record where state = 'OPEN' and (subject like 'file:%' or subject = ?) order by 1",
        String.class, "statement:mb/" + DAY);
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
