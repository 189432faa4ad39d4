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
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chitra.hub.operations.camel.InboxPolls;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Word;

/**
 * One health entry per partner: whether its folder answers our polls, whether sends hang, the time of its last answer, since when an answer
 * is overdue. A partner with a problem is DEGRADED, never DOWN: the hub continues with the others.
 */
@Configuration(proxyBeanMethods = false)
class PartnerHealth {

  static final Status DEGRADED = new Status("DEGRADED");
  /** Detail of every entry of the hub: its state in a sentence for a person, in the language of the page; Vietnamese for machines. */
  static final String WORDS = "words";
  private static final int FAILURES = 3;

  private static final String FIGURES = SqlText.of("operations/read-partner-health");

  @Bean
  CompositeHealthContributor partnersHealthContributor(Partners partners, InboxPolls polls, JdbcClient jdbc) {
    return CompositeHealthContributor.fromMap(partners.all().stream().map(partner -> partner.id()).collect(Collectors.toMap(
        Function.identity(), partner -> (HealthIndicator) () -> of(partner, polls, jdbc))));
  }

  private static Health of(String partner, InboxPolls polls, JdbcClient jdbc) {
    Optional<InboxPolls.Polls> poll = polls.of(partner);
    Health.Builder health = jdbc.sql(FIGURES).param("partner", partner).query((r, n) -> {
      boolean deaf = poll.filter(one -> one.failedInARow() >= FAILURES).isPresent();
      Health.Builder built = Health.status(deaf || r.getLong(4) > 0 ? DEGRADED : Status.UP);
      text(built, "lastAnswer", r.getString(1));
      text(built, "lastSent", r.getString(2));
      text(built, "unansweredSince", r.getString(3));
      return built.withDetail("batchesInDoubt", r.getLong(4)).withDetail(WORDS, words(deaf, r.getLong(4)));
    }).single();
    poll.ifPresent(one -> health.withDetail("pollsSucceeded", one.succeeded()).withDetail("pollsFailedInARow", one.failedInARow()));
    return health.build();
  }

  private static String words(boolean deaf, long inDoubt) {
    String folder = deaf ? new Word("không đọc được thư mục trả lời", "the folder of replies cannot be read").shown() : "";
    String doubt = inDoubt > 0 ? Word.of("%s tệp chưa rõ đối tác đã giữ hay chưa",
        "of %s files it is not known whether the partner holds them", inDoubt).shown() : "";
    if (folder.isEmpty() && doubt.isEmpty()) {
      return new Word("bình thường", "in order").shown();
    }
    return folder + (folder.isEmpty() || doubt.isEmpty() ? "" : "; ") + doubt;
  }

  private static void text(Health.Builder health, String name, @Nullable String value) {
    if (value != null) {
      health.withDetail(name, value);
    }
  }
}
