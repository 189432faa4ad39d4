package vn.chitra.hub.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The console as a script sees it: one login, basic authentication. */
final class Jolokia {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String login;
  private final String password;

  Jolokia(String base, String login) {
    this(base, login, "mật-khẩu-" + login);
  }

  Jolokia(String base, String login, String password) {
    this.base = base;
    this.login = login;
    this.password = password;
  }

  JsonNode read(String mbean, String attribute) throws IOException, InterruptedException {
    return post(Map.of("type", "read", "mbean", mbean, "attribute", attribute));
  }

  JsonNode exec(String mbean, String operation, Object... arguments) throws IOException, InterruptedException {
    return post(Map.of("type", "exec", "mbean", mbean, "operation", operation, "arguments", List.of(arguments)));
  }

  JsonNode post(Map<String, Object> call) throws IOException, InterruptedException {
    HttpResponse<String> reply = http.send(request("/actuator/jolokia/")
        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(call))).build(),
        HttpResponse.BodyHandlers.ofString());
    return reply.statusCode() == 200 ? JSON.readTree(reply.body()) : JSON.createObjectNode().put("status", reply.statusCode());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (!login.isEmpty()) {
      String credentials = login + ":" + password;
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }
}
