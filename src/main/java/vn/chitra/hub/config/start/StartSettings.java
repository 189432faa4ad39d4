package vn.chitra.hub.config.start;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The parts that may be left out on purpose (mail, logins), and the address of the console.
 *
 * @param withoutMail true: no mail server, alerts stay queued
 * @param withoutLogins true: nobody logs in, the console stays closed
 * @param plainPasswords true: passwords that are not hashed ({@code {noop}}) are taken; for tests and the demo
 * @param console also for health, metrics and the partners' events
 */
@ConfigurationProperties("hub")
record StartSettings(boolean withoutMail, boolean withoutLogins, boolean plainPasswords, Console console) {

  /**
   * @param address of one of this machine's networks, or 0.0.0.0 for all
   * @param trustedProxies addresses whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed
   * @param certificate PEM file of the hub's own TLS, with the certificates up to the root's; null: plain HTTP
   * @param privateKey PEM file of its key
   * @param privateKeyPassword of an encrypted key
   */
  record Console(int port, String address, @Nullable List<String> trustedProxies, @Nullable Path certificate, @Nullable Path privateKey,
      @Nullable String privateKeyPassword) {

    @Override
    public String toString() {
      return "Console[" + address + ":" + port + "]";
    }
  }
}
