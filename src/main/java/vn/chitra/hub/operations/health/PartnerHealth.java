package vn.chitra.hub.operations.health;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.operations.camel.InboxPolls;
import vn.chitra.hub.partner.Partners;

/**
 * One health entry a partner: whether its folder answers our polls, whether sends hang, when it last spoke, since when it owes an
 * answer. A partner in trouble is DEGRADED, never DOWN: the hub goes on with the others.
 */
@Configuration(proxyBeanMethods = false)
class PartnerHealth {

  static final Status DEGRADED = new Status("DEGRADED");
  private static final int FAILURES = 3;

  private static final String FIGURES = """
      select
        (select to_char(max(a.arrived_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI')
          from file_arrival a join file f using (file_id) where f.partner = ? and f.direction = 'IN'),
        (select to_char(max(sent_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') from batch where partner = ?),
        (select to_char(min(sent_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') from batch where partner = ?
          and state in ('SENT', 'ACKNOWLEDGED') and not answered),
        (select count(*) from batch where partner = ? and state = 'IN_DOUBT')""";

  @Bean
  CompositeHealthContributor partnersHealthContributor(Partners partners, InboxPolls polls, JdbcTemplate jdbc) {
    return CompositeHealthContributor.fromMap(partners.all().stream().map(partner -> partner.id()).collect(Collectors.toMap(
        Function.identity(), partner -> (HealthIndicator) () -> of(partner, polls, jdbc))));
  }

  private static Health of(String partner, InboxPolls polls, JdbcTemplate jdbc) {
    Optional<InboxPolls.Polls> poll = polls.of(partner);
    Health.Builder health = jdbc.query(FIGURES, r -> {
      r.next();
      boolean deaf = poll.filter(one -> one.failedInARow() >= FAILURES).isPresent();
      Health.Builder built = Health.status(deaf || r.getLong(4) > 0 ? DEGRADED : Status.UP);
      text(built, "lastAnswer", r.getString(1));
      text(built, "lastSent", r.getString(2));
      text(built, "unansweredSince", r.getString(3));
      return built.withDetail("batchesInDoubt", r.getLong(4));
    }, partner, partner, partner, partner);
    poll.ifPresent(one -> health.withDetail("pollsSucceeded", one.succeeded()).withDetail("pollsFailedInARow", one.failedInARow()));
    return health.build();
  }

  private static void text(Health.Builder health, String name, @Nullable String value) {
    if (value != null) {
      health.withDetail(name, value);
    }
  }
}
