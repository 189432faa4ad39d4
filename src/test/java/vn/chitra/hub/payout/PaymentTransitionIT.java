package vn.chitra.hub.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chitra.hub.sim.EmbeddedDatabases;

/** The transition table in Java equals the one for statements. */
class PaymentTransitionIT {

  @Test
  void statementsHaveTheTableOfTheCode() {
    DataSource hub = EmbeddedDatabases.temporary().freshHub().dataSource();
    Flyway.configure().dataSource(hub).load().migrate();

    List<List<@Nullable String>> stored = JdbcClient.create(hub)
        .sql("select from_state, reported, to_state, to_when_taken, concern from payment_transition")
        .query((r, n) -> Arrays.asList(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5))).list();

    assertThat(stored).containsExactlyInAnyOrderElementsOf(PaymentTransitions.all().stream().map(one -> Arrays.asList(one.from().name(),
        one.reported().name(), name(one.to()), name(one.toWhenTaken()), one.concern().name())).toList());
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
