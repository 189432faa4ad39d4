package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.Resources;
import vn.chitra.hub.sim.TestIds;

class BooksCheckIT {

  private JdbcTemplate hub;
  private JdbcTemplate welfare;
  private JdbcTemplate partners;

  @BeforeEach
  void emptyBooks() {
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    DatabaseAccess own = databases.freshHub();
    Flyway.configure().dataSource(own.url(), own.username(), own.password()).load().migrate();
    hub = new JdbcTemplate(own.dataSource());
    welfare = new JdbcTemplate(databases.freshWelfare().owner().dataSource());
    partners = new JdbcTemplate(databases.freshPartners().dataSource());
    partners.execute(Resources.text("/demo/partners.sql"));
  }

  @Test
  void findsNothingWrongWithEmptyBooks() {
    assertThat(wrong()).isEmpty();
  }

  @Test
  void findsAPaymentThatOnlyThePartnerKnows() {
    partners.update("INSERT INTO received_file (partner, folder, name, seq, sha256, size_bytes, line_count, total_vnd, received_at,"
        + " existing, in_place) VALUES ('bank', '', 'CT.csv', 1, repeat('a', 64), 1, 1, 500000, now(), true, true)");
    partners.update("INSERT INTO instruction (partner, folder, seq, line_no, end_to_end_id, amount_vnd, receiver, state)"
        + " VALUES ('bank', '', 1, 1, ?, 500000, 'DINH THI DAO', 'PAID')", TestIds.id(1));
    assertThat(wrong()).anyMatch(w -> w.contains(TestIds.id(1) + ": 500000 ≠ null")).anyMatch(w -> w.contains("CT.csv"));
  }

  @Test
  void findsAHeldPayoutWithoutACaseAndALineWithoutABooking() {
    hub.update("""
        INSERT INTO payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
          item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status)
        VALUES ('BL', 'NCC', 'UB04846', '04846', '2026-12-01', '2026-12-01', '2026-11-15', '2026-12-01', '2026-12-15', 1, 500000,
          'RELEASED', now(), 1, 500000, 'TAKEN')""");
    hub.update("""
        INSERT INTO payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
          beneficiary_id, kind, for_from, for_to, amount_vnd, state, hold_reason, beneficiary_name, circumstance, no_transfer, cash_place,
          payee_name, payee_relation, pay_from, pay_until, updated_at)
        VALUES ('BL', 1, 'BL', 1, 'NCC', '04846', '2026-12-01', 'QH1', 'DT1', 'REGULAR', '2026-12-01', '2026-12-01', 500000, 'HELD',
          'TWO_ACCOUNTS', 'Đinh Thị Đào', 'NONE', false, 'COUNTER', 'Đinh Thị Đào', 'SELF', '2026-12-01', '2026-12-15', now())""");
    assertThat(wrong()).anyMatch(w -> w.contains("HELD TWO_ACCOUNTS")).anyMatch(w -> w.contains("lệch -1 khoản, -500000 đồng"))
        .anyMatch(w -> w.startsWith("BL#1"));
  }

  @Test
  void findsAViolationAPartnerNoted() {
    try (PartnerBook book = new PartnerBook(EmbeddedDatabases.temporary().freshPartners())) {
      book.violation("bank", "CT.csv", "bytes changed", java.time.Instant.EPOCH);
      assertThat(new BooksCheck(hub, welfare, book.jdbc()).findings()).filteredOn(finding -> !finding.holds())
          .singleElement().extracting(BooksCheck.Finding::wrong).isEqualTo(List.of("bank CT.csv: bytes changed"));
    }
  }

  private List<String> wrong() {
    return new BooksCheck(hub, welfare, partners).findings().stream().flatMap(finding -> finding.wrong().stream()).toList();
  }
}
