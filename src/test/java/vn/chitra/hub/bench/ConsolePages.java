package vn.chitra.hub.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Reads the pages of the hub's console as an approver and takes the time of each. */
final class ConsolePages {

  private static final String LOGIN = "bench";
  private static final int WEAK_ON_PURPOSE = 4;

  private final String password = UUID.randomUUID().toString();
  private final int port = freePort();
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * A page that was read twice.
   *
   * @param bytes of its HTML
   * @param first the first time since the hub's start
   */
  record Page(String name, int bytes, Duration first, Duration next) {}

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no port is free", e);
    }
  }

  /** The hub's settings for a port and a login of its own. */
  List<String> settings() {
    return List.of("--server.port=" + port, "--hub.logins." + LOGIN + ".role=approver",
        "--hub.logins." + LOGIN + ".password={bcrypt}" + new BCryptPasswordEncoder(WEAK_ON_PURPOSE).encode(password));
  }

  /** @throws IllegalStateException when a page is not shown */
  List<Page> read(JdbcTemplate jdbc) throws IOException, InterruptedException {
    List<Page> pages = new ArrayList<>();
    for (Map.Entry<String, String> page : addresses(jdbc).entrySet()) {
      long began = System.nanoTime();
      int bytes = length(page.getValue());
      long read = System.nanoTime();
      length(page.getValue());
      pages.add(new Page(page.getKey(), bytes, Duration.ofNanos(read - began), Duration.ofNanos(System.nanoTime() - read)));
    }
    return pages;
  }

  /** Reads the hub's metrics once. */
  void metrics() throws IOException, InterruptedException {
    length("/actuator/prometheus");
  }

  private int length(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Accept", "text/html, text/plain").header("Authorization", "Basic " + Base64.getEncoder()
            .encodeToString((LOGIN + ":" + password).getBytes(StandardCharsets.UTF_8))).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " was not shown: " + response.statusCode());
    }
    return response.body().getBytes(StandardCharsets.UTF_8).length;
  }

  private static Map<String, String> addresses(JdbcTemplate jdbc) {
    Map<String, Object> newest = jdbc.queryForMap("select payout_id, commune_code, beneficiary_name, birth_year, entitlement_id, current_payroll_id,"
        + " to_char(period, 'YYYY-MM') as month from payout order by payout_id desc limit 1");
    Map<String, Object> oldest = jdbc.queryForMap("select payout_id, to_char(period, 'YYYY-MM') as month from payout order by payout_id limit 1");
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("expected", "/expected");
    pages.put("search by commune, name and birth year", search(newest.get("commune_code") + " " + newest.get("beneficiary_name") + " "
        + newest.get("birth_year")));
    pages.put("search by entitlement", search(newest.get("entitlement_id")));
    pages.put("newest payout", "/payouts/" + newest.get("payout_id"));
    pages.put("oldest payout", "/payouts/" + oldest.get("payout_id"));
    pages.put("cases", "/cases");
    pages.put("months", "/months");
    pages.put("this month", "/months/" + newest.get("month"));
    pages.put("oldest month", "/months/" + oldest.get("month"));
    pages.put("payrolls of a month", "/payrolls?month=" + newest.get("month"));
    pages.put("a payroll", "/payrolls/" + newest.get("current_payroll_id"));
    pages.put("cashless share", "/cashless/" + newest.get("month"));
    pages.put("people still to reach in a commune", "/cashless/" + newest.get("month") + "/" + newest.get("commune_code"));
    pages.put("batches", "/batches");
    pages.put("a batch", "/batches/" + jdbc.queryForObject("select max(batch_id) from batch where seq is not null", Long.class));
    pages.put("received files", "/files");
    pages.put("received files of a partner's day", "/files?partner=" + jdbc.queryForObject("select partner from batch order by batch_id"
        + " limit 1", String.class) + "&day=" + newest.get("month") + "-05");
    pages.put("a received file", "/files/" + jdbc.queryForObject("select max(file_id) from file where direction = 'IN'", Long.class));
    pages.put("approvals", "/approvals");
    pages.put("dead letters", "/dead-letters");
    pages.put("audit trail", "/audit");
    pages.put("dry runs", "/dry-runs");
    return pages;
  }

  private static String search(Object text) {
    return "/search?q=" + URLEncoder.encode(Objects.toString(text), StandardCharsets.UTF_8);
  }
}
