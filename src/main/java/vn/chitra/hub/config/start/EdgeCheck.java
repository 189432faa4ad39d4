package vn.chitra.hub.config.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings of the hub's edge that hang together: trusted proxies, its own TLS, the port of health and metrics, the login server. */
final class EdgeCheck {

  private final ConfigurableEnvironment given;
  private final List<String> complaints = new ArrayList<>();

  private EdgeCheck(ConfigurableEnvironment given) {
    this.given = given;
  }

  /** To be called when each setting by itself has its form. */
  static List<String> complaints(ConfigurableEnvironment given) {
    EdgeCheck check = new EdgeCheck(given);
    check.proxies();
    check.certificate();
    check.ports();
    check.loginServer();
    return check.complaints;
  }

  private void proxies() {
    if (!list("hub.console.trusted-proxies").stream().map(String::strip).allMatch(Forms.IP_ADDRESS)) {
      wrong("hub.console.trusted-proxies", "cần địa chỉ IP của máy chủ TLS đứng trước hub, cách nhau bằng dấu phẩy");
    }
  }

  /** The pair is opened as it will be at the start. */
  private void certificate() {
    String certificate = text("hub.console.certificate");
    String key = text("hub.console.private-key");
    if (certificate.isEmpty() != key.isEmpty()) {
      wrong("hub.console." + (key.isEmpty() ? "private-key" : "certificate"),
          "cần hub.console.certificate và hub.console.private-key cùng nhau");
    } else if (!key.isEmpty() && Forms.CERTIFICATES.test(certificate) && Forms.READABLE_FILE.test(key)) {
      PemSslBundleProperties pem = new PemSslBundleProperties();
      pem.getKeystore().setCertificate("file:" + certificate);
      pem.getKeystore().setPrivateKey("file:" + key);
      pem.getKeystore().setPrivateKeyPassword(text("hub.console.private-key-password").isEmpty() ? null
          : text("hub.console.private-key-password"));
      pem.getKeystore().setVerifyKeys(true);
      try {
        PropertiesSslBundle.get(pem).getStores().getKeyStore();
      } catch (IllegalStateException | IllegalArgumentException e) {
        wrong("hub.console.private-key", "không mở được khoá riêng PEM bằng hub.console.private-key-password, hoặc không phải khoá của"
            + " chứng thư đầu tiên trong hub.console.certificate");
      }
    }
  }

  private void ports() {
    if (!text("hub.management.port").isEmpty() && text("hub.management.port").equals(text("hub.console.port"))) {
      wrong("hub.management.port", "cần cổng khác hub.console.port");
    }
  }

  private void loginServer() {
    if (text("hub.oidc.issuer").isEmpty()) {
      return;
    }
    for (String name : List.of("hub.oidc.client-id", "hub.oidc.client-secret")) {
      if (text(name).isEmpty()) {
        complaints.add(name + ": thiếu; cần như máy chủ đăng nhập đã cấp cho hub");
      }
    }
    Map<String, Object> roles = Binder.get(given).bind("hub.oidc.roles", Bindable.mapOf(String.class, Object.class))
        .orElseGet(TreeMap::new);
    if (roles.isEmpty()) {
      complaints.add("hub.oidc.roles.operator: thiếu; cần giá trị nào của hub.oidc.roles-claim cho vai viewer, operator, approver");
    }
    roles.keySet().stream().filter(role -> !List.of("viewer", "operator", "approver").contains(role))
        .forEach(role -> wrong("hub.oidc.roles." + role, "vai là viewer, operator hoặc approver"));
  }

  private List<String> list(String name) {
    return Binder.get(given).bind(name, Bindable.listOf(String.class)).orElseGet(List::of);
  }

  private String text(String name) {
    return given.getProperty(name, "").strip();
  }

  private void wrong(String name, String words) {
    complaints.add(SettingsCheck.origin(given, name) + name + ": sai; " + words);
  }
}
