package vn.chitra.hub.operations.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chitra.hub.operations.query.MonthLists;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.Zone;

/** The page of the months says what keeps each open. */
class MonthDeskIT {

  private static JdbcTemplate hub;

  @BeforeAll
  static void openADatabase() {
    DatabaseAccess own = EmbeddedDatabases.temporary().freshHub();
    Flyway.configure().dataSource(own.url(), own.username(), own.password()).load().migrate();
    hub = new JdbcTemplate(own.dataSource());
  }

  @BeforeEach
  void nothingHappenedYet() {
    hub.execute("truncate payroll, period_close, case_record cascade");
  }

  @Test
  void namesThePayrollThatIsHeldAndWhatEndsThat() {
    payroll("BTXH-04792-2026-11", "BTXH", "HELD", 0);
    payroll("BTXH-04795-2026-11", "BTXH", "RELEASED", 3);
    List<Map<String, String>> open = openOn("2026-11-18");
    assertThat(open).singleElement().satisfies(row -> {
      assertThat(row).containsEntry("kỳ", "11/2026").containsEntry("chương trình", "BTXH")
          .containsEntry("cụ thể", "BTXH-04792-2026-11, xã 04792").containsEntry("số khoản", "3");
      assertThat(row.get("cách xử lý")).contains("rút bảng", "gửi bảng khác", "hai người bỏ bảng");
    });
  }

  @Test
  void saysOfEveryOtherReasonToo() {
    payroll("NCC-04792-2026-11", "NCC", "PLANNED", 3);
    payroll("HTXH-04792-2026-11", "HTXH", "REFUSED", 0);
    hub.update("insert into case_record (kind, subject, evidence, state, opened_at, due_at) values ('SETTLEMENT_DIFFERENCE',"
        + " 'period:2026-11/NCC', 'lệch', 'OPEN', now(), now())");
    assertThat(openOn("2026-11-15")).extracting(row -> row.get("chương trình") + " " + row.get("vì sao")).containsExactly(
        "HTXH chưa nhận được dòng nào", "NCC bảng chưa được cho chi", "NCC quyết toán lệch", "NCC còn ngày chi");
  }

  @Test
  void aClosedMonthIsKeptOpenByNothing() {
    payroll("BTXH-04795-2026-11", "BTXH", "RELEASED", 3);
    hub.update("insert into period_close (programme, period, closed_at) values ('BTXH', '2026-11-01', now())");
    assertThat(openOn("2026-11-15")).isEmpty();
  }

  private static List<Map<String, String>> openOn(String day) {
    Clock clock = Clock.fixed(Instant.parse(day + "T02:00:00Z"), Zone.VIETNAM);
    return new MonthDesk(mock(Settlement.class), new MonthLists(JdbcClient.create(hub), mock(Names.class), new Texts(), clock))
        .getOpen();
  }

  private static void payroll(String id, String programme, String state, int accepted) {
    hub.update("""
        insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
          item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, refused_count, refused_vnd, receipt_status)
        values (?, ?, 'PT', split_part(?, '-', 2), '2026-11-01', '2026-11-01', '2026-10-15', '2026-11-05', '2026-11-15', 3, 1500000, ?,
          now(), ?, ? * 500000, 3 - ?, (3 - ?) * 500000, 'TAKEN')""", id, programme, id, state, accepted, accepted, accepted, accepted);
  }
}
