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

/** Says in words how each partner is, from the hub's own health entries. */
@Component
class PartnerWords {

  private final CompositeHealthContributor partners;
  private final Names names;

  PartnerWords(CompositeHealthContributor partnersHealthContributor, Names names) {
    this.partners = partnersHealthContributor;
    this.names = names;
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
    words.add(good ? "bình thường" : "cần xem");
    long doubtful = number(details, "batchesInDoubt");
    if (doubtful > 0) {
      words.add(doubtful + " tệp chưa rõ đối tác đã giữ hay chưa");
    }
    long failed = number(details, "pollsFailedInARow");
    if (failed > 0) {
      words.add(failed + " lần liền không đọc được thư mục trả lời");
    }
    words.add(details.containsKey("unansweredSince") ? "chờ trả lời từ " + details.get("unansweredSince") : "không nợ trả lời nào");
    if (details.containsKey("lastAnswer")) {
      words.add("trả lời gần nhất " + details.get("lastAnswer"));
    }
    if (details.containsKey("lastSent")) {
      words.add("gửi gần nhất " + details.get("lastSent"));
    }
    return new Partner(names.partner(id), good, String.join("; ", words));
  }

  private static long number(Map<String, Object> details, String name) {
    return details.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
