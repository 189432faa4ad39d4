package vn.chitra.hub.config.start;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What may be left out on purpose.
 *
 * @param withoutMail true: no mail server, alerts stay queued
 * @param withoutLogins true: nobody logs in, the console stays closed
 */
@ConfigurationProperties("hub")
record StartSettings(boolean withoutMail, boolean withoutLogins) {}
