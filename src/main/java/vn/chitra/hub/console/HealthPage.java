package vn.chitra.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.Texts;

/** The health of the hub for a person: each part and each partner in words. Machines read the same at {@code /actuator/health}. */
@Controller
@ConditionalOnWebApplication
class HealthPage {

  /** The order of the page, the most urgent first; a part that is not named here stands behind these. */
  private static final List<String> ORDER = List.of("sending", "welfare", "db", "hubBroker", "jms", "hubDisk", "diskSpace", "timers",
      "hubMail", "ssl", "readinessState", "livenessState", "ping");

  private final HealthEndpoint health;
  private final PartnerWords partners;
  private final Texts texts;

  HealthPage(HealthEndpoint health, PartnerWords partners, Texts texts) {
    this.health = health;
    this.partners = partners;
    this.texts = texts;
  }

  /** @param good nothing of it needs a person */
  record Part(String name, boolean good, String state, String words) {}

  @GetMapping("/health")
  String health(Model model) {
    Map<String, HealthComponent> all = health.health() instanceof CompositeHealth whole ? new TreeMap<>(whole.getComponents())
        : new TreeMap<>();
    List<Part> parts = new ArrayList<>();
    for (String name : ORDER) {
      HealthComponent one = all.remove(name);
      if (one != null) {
        parts.add(part(name, one));
      }
    }
    all.forEach((name, one) -> {
      if (one instanceof Health) {   // the partners are a composite, and have a list of their own
        parts.add(part(name, one));
      }
    });
    model.addAttribute("parts", parts);
    model.addAttribute("partners", partners.all());
    return "health";
  }

  private Part part(String name, HealthComponent one) {
    boolean good = Status.UP.equals(one.getStatus());
    String state = texts.orElse("health.state." + one.getStatus().getCode(), Shown.harmless(one.getStatus().getCode()));
    String words = texts.orElse((good ? "health.good." : "health.look.") + name, state);
    Object own = one instanceof Health single ? single.getDetails().get("words") : null;   // of the hub's own parts, in the page's language
    return new Part(texts.orElse("health.of." + name, Shown.harmless(name)), good, state,
        own == null ? words : Shown.words(String.valueOf(own)));
  }
}
