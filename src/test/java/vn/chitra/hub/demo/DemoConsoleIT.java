package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo command as a person starts it: it prints where the console is, and the printed logins open it. */
class DemoConsoleIT {

  private static final Pattern ADDRESS = Pattern.compile("Bảng điều khiển: (http://localhost:\\d+/)");
  private static final Pattern LOGIN = Pattern.compile("đăng nhập để .*: tên (\\S+), mật khẩu (\\S+)");

  @TempDir
  Path folder;

  private MonthProcess month;

  @AfterEach
  void end() {
    if (month != null) {
      month.process().destroyForcibly();
    }
  }

  @Test
  void thePrintedLoginsOpenTheConsole() throws Exception {
    month = MonthProcess.start(folder, "month.log", List.of("--demo.payouts=120", "--demo.communes=24", "--server.port=0",
        "--hub.data-dir=" + folder.resolve("data")));
    await().atMost(Duration.ofMinutes(5)).until(() -> !month.process().isAlive() || logins().size() >= 3);
    assertThat(month.process().isAlive()).as(month.stated()).isTrue();
    assertThat(month.stated().lines().findFirst()).hasValueSatisfying(line -> assertThat(line).startsWith("Nhật ký của hệ thống: "));

    MatchResult address = ADDRESS.matcher(month.stated()).results().findFirst().orElseThrow();
    for (MatchResult login : logins()) {
      assertThat(status(address.group(1), login.group(1), login.group(2))).as(login.group()).isEqualTo(200);
    }
    assertThat(status(address.group(1), "xem", "sai")).isEqualTo(401);
  }

  private List<MatchResult> logins() throws Exception {
    return LOGIN.matcher(month.stated()).results().toList();
  }

  private static int status(String address, String name, String password) throws Exception {
    String login = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Basic " + login).build(),
        HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
