package vn.chitra.hub.operations.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Promises;
import vn.chitra.hub.partner.ShippedMappings;
import vn.chitra.hub.reconciliation.statement.StatementClock;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.Zone;

class ExpectedListsIT {

  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-21T02:00:00Z"), Zone.VIETNAM);

  @ParameterizedTest
  @CsvSource({"TAKEN, 1", "PLANNED, 1", "RELEASED, 0"})
  void anApprovedPayrollIsHandedOverByTheDayOfTheLaw(String state, int rows) {
    DatabaseAccess own = EmbeddedDatabases.temporary().freshHub();
    Flyway.configure().dataSource(own.url(), own.username(), own.password()).load().migrate();
    DriverManagerDataSource data = new DriverManagerDataSource(own.url(), own.username(), own.password());
    new HubRows(new JdbcTemplate(data)).payroll(state, 3);
    Mappings mappings = ShippedMappings.loaded();
    Names names = new Names(mappings.partners(), mappings.communes(), mappings.places(), mappings.codes(), CLOCK);

    List<ExpectedLists.Row> all = new ExpectedLists(JdbcClient.create(data), mappings.partners(), new Promises(mappings.calendar()),
        mock(StatementClock.class), names, new Texts(), CLOCK).all();

    assertThat(all).filteredOn(row -> row.what().equals("bàn giao bảng chi đã duyệt")).hasSize(rows).allSatisfy(row -> {
      assertThat(row.due()).isEqualTo("17:00 24/10/2026");
      assertThat(row.who()).isEqualTo("Bảo trợ xã hội");
      assertThat(row.about()).isEqualTo("tháng 11/2026: 1 bảng, 1.500.000 đồng");
      assertThat(row.page()).isEqualTo("/months/2026-11");
      assertThat(row.urgent()).isTrue();
    });
  }
}
