package vn.chitra.hub.channel.bankapi;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.chitra.hub.support.SettingNames;

/** @param api partners' APIs by the connection name that profiles use; empty where no partner has one */
@Validated
@ConfigurationProperties("hub")
public record ApiSettings(@DefaultValue Map<String, @Valid Connection> api) {

  /** @throws IllegalArgumentException when the settings have no such connection */
  public Connection of(String connection) {
    return SettingNames.find(api, connection)
        .orElseThrow(() -> new IllegalArgumentException("hub.api." + connection + ".* is not set"));
  }

  /**
   * One API; secrets never show.
   *
   * @param baseUrl {@code https://…}, without a slash at its end
   * @param signingSecret of {@code X-Signature}, for what we send
   * @param webhookSecret of {@code X-Signature}, for what the partner sends; null = the same
   * @param previousWebhookSecret also taken while the partner changes its secret; null otherwise
   * @param trustedCertificates PEM file with the server's certificate or its authority; nothing else is trusted
   * @param answerTimeout how long an answer may take
   */
  public record Connection(@NotNull URI baseUrl, @NotBlank String clientId, @NotBlank String clientSecret, @NotBlank String signingSecret,
      @Nullable String webhookSecret, @Nullable String previousWebhookSecret, @NotNull Path trustedCertificates,
      @DefaultValue("10s") Duration connectTimeout, @DefaultValue("20s") Duration answerTimeout) {

    /** The secrets that sign events: the present one first. */
    public List<String> secretsOfEvents() {
      return Stream.of(webhookSecret == null ? signingSecret : webhookSecret, previousWebhookSecret).filter(Objects::nonNull).toList();
    }

    @Override
    public String toString() {
      return "Connection[" + clientId + "@" + baseUrl + "]";
    }
  }
}
