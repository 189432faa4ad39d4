package vn.chitra.hub.alert;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the mail server and the recipients; the password never shows.
 *
 * @param enabled null = when there is a host; while off, alerts stay queued
 * @param starttls whether the connection must be encrypted before login; off only for a test server
 * @param domain right side of every Message-ID; null = the domain of {@code from}. Changing it breaks threads in the readers' boxes
 * @param trustedCertificates PEM file with the server's certificate or its authority; null = what the JDK trusts
 * @param consoleUrl where readers open the console, {@code https://…}: mails link to its pages; null = mails carry no link
 * @param recipients of each role
 * @param perHour most mails to one role within an hour of the wall clock
 * @param mergeAfter mails of one role that waited longer (wall clock) become one digest
 * @param heartbeatAt when a mail states each banking day that the hub runs, in Vietnam; null = none
 * @param heartbeatTo its own addresses: those where somebody or a machine waits for it each day
 * @param timeout of each step of the conversation with the server
 */
@Validated
@ConfigurationProperties("hub.mail")
public record MailSettings(@Nullable Boolean enabled, @Nullable String host, @Min(1) @Max(65535) int port, boolean starttls,
    @Nullable String username, @Nullable String password, @Nullable @Email String from, @Nullable String domain,
    @Nullable Path trustedCertificates, @Nullable @Pattern(regexp = "https?://[^\\s]+", message = "cần địa chỉ https://…")
    String consoleUrl, Map<RecipientRole, List<@NotBlank @Email String>> recipients, @Positive int perHour,
    @NotNull Duration mergeAfter, @Nullable LocalTime heartbeatAt, List<@NotBlank @Email String> heartbeatTo, @NotNull Duration timeout) {

  public MailSettings {
    recipients = recipients == null ? Map.of() : Map.copyOf(recipients);
    heartbeatTo = heartbeatTo == null ? List.of() : List.copyOf(heartbeatTo);
  }

  /** Whether mails are sent. */
  public boolean sends() {
    return enabled == null ? isGiven(host) : enabled;
  }

  /** The right side of a Message-ID; only where mails leave. */
  public String messageDomain() {
    String sender = Objects.requireNonNull(from);
    return domain != null && !domain.isBlank() ? domain : sender.substring(sender.indexOf('@') + 1);
  }

  @AssertTrue(message = "cần hub.mail.host khi hub.mail.enabled=true")
  public boolean isHostKnown() {
    return !sends() || isGiven(host);
  }

  @AssertTrue(message = "cần hub.mail.from khi có hub.mail.host")
  public boolean isFromKnown() {
    return !sends() || isGiven(from);
  }

  @AssertTrue(message = "cần hub.mail.username và hub.mail.password cùng nhau")
  public boolean isLoginWhole() {
    return isGiven(username) == isGiven(password);
  }

  @AssertTrue(message = "cần hub.mail.recipients.operator, .accountant và .engineer khi có hub.mail.host")
  public boolean isEveryRoleReachable() {
    return !sends() || Arrays.stream(RecipientRole.values()).noneMatch(role -> recipients.getOrDefault(role, List.of()).isEmpty());
  }

  @AssertTrue(message = "cần hub.mail.heartbeat-to khi có hub.mail.heartbeat-at")
  public boolean isHeartbeatReachable() {
    return heartbeatAt == null || !heartbeatTo.isEmpty();
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  @Override
  public String toString() {
    return "MailSettings[" + (isGiven(username) ? username + "@" : "") + host + ":" + port + ", starttls=" + starttls + ", from=" + from
        + ", recipients=" + recipients + "]";
  }
}
