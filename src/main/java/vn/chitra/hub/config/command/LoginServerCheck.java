package vn.chitra.hub.config.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import vn.chitra.hub.config.start.ExaminedSettings;
import vn.chitra.hub.operations.web.OidcSettings;

/** The province's login server: whether it describes itself under the issuer of the settings. Nobody is logged in. */
final class LoginServerCheck {

  private static final String SERVER = "máy chủ đăng nhập";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final ExaminedSettings settings;
  private final Findings findings;

  LoginServerCheck(ExaminedSettings settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  void run() throws InterruptedException {
    String issuer = settings.settings(OidcSettings.class).map(OidcSettings::issuer).orElse(null);
    if (issuer == null) {
      return;
    }
    HttpRequest request = HttpRequest.newBuilder(URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"))
        .timeout(SOON).build();
    try {
      HttpResponse<String> described = HttpClient.newBuilder().connectTimeout(SOON).build()
          .send(request, HttpResponse.BodyHandlers.ofString());
      if (described.statusCode() == 200 && issuer.equals(new ObjectMapper().readTree(described.body()).path("issuer").asText())) {
        findings.right(SERVER, issuer + " trả lời, đúng tên nơi phát hành");
      } else {
        findings.wrong(SERVER, issuer + " không tự nhận là nơi phát hành ấy (mã " + described.statusCode() + "); xem hub.oidc.issuer");
      }
    } catch (IOException e) {
      findings.note(SERVER, "không nối được tới " + issuer + ": địa chỉ, tường lửa, chứng thư; người của hub.logins vẫn vào được");
    }
  }
}
