package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import vn.chitra.hub.operations.web.LoginSettings;
import vn.chitra.hub.repair.Role;

class DemoLoginsTests {

  @Test
  void thePrintedLoginsAreThoseOfTheHub() {
    DemoLogins logins = DemoLogins.of(DemoOptions.of());

    Map<String, LoginSettings.Login> known = hubWith(logins.settings()).logins();

    List<String> printed = printed(logins).lines().toList();
    assertThat(printed.get(0)).isEqualTo("Bảng điều khiển: http://localhost:8080/");
    Map<String, Role> roles = Map.of("xem", Role.VIEWER, "lap", Role.OPERATOR, "duyet", Role.APPROVER);
    assertThat(printed).hasSize(1 + roles.size());
    roles.forEach((name, role) -> {
      LoginSettings.Login login = Objects.requireNonNull(known.get(name));
      assertThat(login.role()).isEqualTo(role);
      String line = printed.stream().filter(one -> one.contains(" tên " + name + ", ")).findFirst().orElseThrow();
      String password = line.substring(line.indexOf("mật khẩu ") + "mật khẩu ".length());
      assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches(password, login.password())).isTrue();
    });
  }

  @Test
  void eachStartHasOtherPasswords() {
    assertThat(DemoLogins.of(DemoOptions.of()).settings()).isNotEqualTo(DemoLogins.of(DemoOptions.of()).settings());
  }

  @Test
  void aMonthThatEndsByItselfHasNone() {
    nothingOf(DemoLogins.of(DemoOptions.of("--demo.once=true")));
  }

  @Test
  void givenLoginsStayAlone() {
    nothingOf(DemoLogins.of(DemoOptions.of("--hub.logins.an.password={bcrypt}x", "--hub.logins.an.role=viewer")));
    nothingOf(DemoLogins.of(DemoOptions.of("--hub.without-logins=true")));
  }

  private static void nothingOf(DemoLogins logins) {
    assertThat(logins.settings()).isEmpty();
    assertThat(printed(logins)).isEmpty();
  }

  private static LoginSettings hubWith(List<String> settings) {
    Map<String, String> properties = new HashMap<>();
    settings.forEach(one -> properties.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1)));
    assertThat(properties).containsEntry("hub.plain-passwords", "true");
    return new Binder(new MapConfigurationPropertySource(properties)).bind("hub", LoginSettings.class).get();
  }

  private static String printed(DemoLogins logins) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    logins.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), "http://localhost:8080");
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
