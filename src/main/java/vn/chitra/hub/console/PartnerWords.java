package vn.chitra.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.Texts;

/** Says in words how each partner is, from the hub's own health entries. */
@Component
class PartnerWords {

  private final CompositeHealthContributor partners;
  private final Names names;
  private final Texts texts;

  PartnerWords(CompositeHealthContributor partnersHealthContributor, Names names, Texts texts) {
    this.partners = partnersHealthContributor;
    this.names = names;
    this.texts = texts;
  }

  /** @param good nothing of it needs a person */
  record Partner(String name, boolean good, String words) {}

  List<Partner> all() {
    return partners.stream().filter(one -> one.getContributor() instanceof HealthIndicator)
        .map(one -> of(one.getName(), ((HealthIndicator) one.getContributor()).health())).toList();
  }

  private Partner of(String id, Health health) {
    Map<String, Object> details = health.getDetails();
    List<String> words = new ArrayList<>();
    boolean good = Status.UP.equals(health.getStatus());
    words.add(texts.of(good ? "partner.good" : "partner.look"));
    long doubtful = number(details, "batchesInDoubt");
    if (doubtful > 0) {
      words.add(texts.of("partner.doubtful", doubtful));
    }
    long failed = number(details, "pollsFailedInARow");
    if (failed > 0) {
      words.add(texts.of("partner.polls", failed));
    }
    words.add(details.containsKey("unansweredSince") ? texts.of("partner.waits", Shown.time(String.valueOf(details.get("unansweredSince"))))
        : texts.of("partner.owes.nothing"));
    if (details.containsKey("lastAnswer")) {
      words.add(texts.of("partner.last.reply", Shown.time(String.valueOf(details.get("lastAnswer")))));
    }
    if (details.containsKey("lastSent")) {
      words.add(texts.of("partner.last.sent", Shown.time(String.valueOf(details.get("lastSent")))));
    }
    return new Partner(names.partner(id), good, String.join("; ", words));
  }

  private static long number(Map<String, Object> details, String name) {
    return details.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
