package vn.chitra.hub.demo;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.chitra.hub.repair.Role;

/** The logins of a demo that stays up: one for each role, with new passwords at each start. None where logins were given. */
final class DemoLogins {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 10;

  private final List<Login> logins;

  private DemoLogins(List<Login> logins) {
    this.logins = logins;
  }

  private record Login(String name, String password, Role role, String may) {}

  static DemoLogins of(DemoOptions options) {
    boolean given = options.given().stream()
        .anyMatch(one -> one.startsWith("--hub.logins.") || one.startsWith("--hub.oidc.") || one.startsWith("--hub.without-logins="));
    if (options.once() || given) {
      return new DemoLogins(List.of());
    }
    SecureRandom random = new SecureRandom();
    return new DemoLogins(List.of(new Login("xem", password(random), Role.VIEWER, "chỉ xem"),
        new Login("lap", password(random), Role.OPERATOR, "đề nghị"), new Login("duyet", password(random), Role.APPROVER, "duyệt")));
  }

  private static String password(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    random.ints(LENGTH, 0, LETTERS.length()).forEach(at -> password.append(LETTERS.charAt(at)));
    return password.toString();
  }

  /** Settings of the hub, each {@code name=value}. */
  List<String> settings() {
    if (logins.isEmpty()) {
      return List.of();
    }
    Stream<String> each = logins.stream().flatMap(one -> Stream.of("hub.logins." + one.name() + ".password={noop}" + one.password(),
        "hub.logins." + one.name() + ".role=" + one.role().name().toLowerCase(Locale.ROOT)));
    return Stream.concat(Stream.of("hub.plain-passwords=true"), each).toList();
  }

  /** @param address of the console */
  void print(PrintStream console, String address) {
    if (logins.isEmpty()) {
      return;
    }
    console.println("Bảng điều khiển: " + address + "/");
    logins.forEach(one -> console.println("  đăng nhập để " + one.may() + ": tên " + one.name() + ", mật khẩu " + one.password()));
  }
}
