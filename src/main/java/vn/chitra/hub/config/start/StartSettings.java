package vn.chitra.hub.config.start;

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

  /** @param address of one of this machine's networks, or 0.0.0.0 for all */
  record Console(int port, String address) {}
}
