package vn.chitra.hub.console;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The console as a script sees it: each call with the login's own credentials, no session, no redirect followed. */
final class ConsoleClient {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  ConsoleClient(String base) {
    this.base = base;
  }

  /** @param login empty = nobody */
  HttpResponse<String> get(String login, String path) throws IOException, InterruptedException {
    return http.send(request(login, path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** @param language of the cookie that the switch sets */
  HttpResponse<String> get(String login, String path, String language) throws IOException, InterruptedException {
    return http.send(request(login, path).header("Cookie", "CHITRAHUB_LANG=" + language).header("Accept-Language", "en-US").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> download(String login, String path) throws IOException, InterruptedException {
    return http.send(request(login, path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** @param fields name and value in turn */
  HttpResponse<String> post(String login, String path, Object... fields) throws IOException, InterruptedException {
    return http.send(posting(login, path, fields), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> postForBytes(String login, String path, Object... fields) throws IOException, InterruptedException {
    return http.send(posting(login, path, fields), HttpResponse.BodyHandlers.ofByteArray());
  }

  static String query(Object... fields) {
    List<String> texts = List.of(fields).stream().map(field -> URLEncoder.encode(field.toString(), StandardCharsets.UTF_8)).toList();
    return IntStream.range(0, texts.size() / 2).mapToObj(n -> texts.get(2 * n) + "=" + texts.get(2 * n + 1))
        .collect(Collectors.joining("&"));
  }

  private HttpRequest posting(String login, String path, Object... fields) {
    return request(login, path).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(query(fields))).build();
  }

  private HttpRequest.Builder request(String login, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (!login.isEmpty()) {
      byte[] credentials = (login + ":mật-khẩu-" + login).getBytes(StandardCharsets.UTF_8);
      request.header("Accept", "text/html").header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    return request;
  }
}
