package vn.chitra.hub.config.start;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.core.env.PropertyResolver;

/** All settings that can be checked before anything starts. */
final class AllSettings {

  private static final String DURATION = "khoảng thời gian, ví dụ 30s";

  private AllSettings() {}

  /**
   * @param connections SFTP connections that partners name
   * @param apis connections to APIs that partners name
   * @param keys OpenPGP keys that partners name
   * @param logins persons that the settings name
   */
  static List<Setting> of(PropertyResolver given, Collection<String> connections, Collection<String> apis, Collection<String> keys,
      Collection<String> logins) {
    List<Setting> all = new ArrayList<>();
    all.add(Setting.optional("hub.data-dir", "thư mục ghi được", Forms.FOLDER));
    all.add(Setting.optional("hub.disk.min-free", "dung lượng, ví dụ 512MB", Forms.DATA_SIZE));
    all.add(Setting.optional("hub.disk.warn-below", "dung lượng, ví dụ 2GB", Forms.DATA_SIZE));
    all.add(Setting.optional("hub.console.port", "cổng, 1 đến 65535", Forms.PORT));
    all.add(Setting.optional("hub.console.address", "địa chỉ IP của máy này, hoặc 0.0.0.0", Forms.IP_ADDRESS));
    edge(all);
    database(all, "hub.database", "của hub");
    database(all, "hub.welfare", "cơ sở dữ liệu trợ cấp của tỉnh");
    connections.forEach(connection -> sftp(all, "hub.sftp." + connection + "."));
    apis.forEach(api -> api(all, "hub.api." + api + "."));
    keys.forEach(name -> all.add(Setting.required("hub.pgp." + name + ".passphrase", "mật khẩu mở khoá riêng OpenPGP", Forms.ANY_TEXT)));
    mail(all, given);
    all.add(Setting.optional("hub.plain-passwords", "true hoặc false", Forms.YES_OR_NO));
    boolean plain = given.getProperty("hub.plain-passwords", "").equals("true");
    logins.forEach(login -> login(all, "hub.logins." + login + ".", plain));
    for (String poll : List.of("payrolls", "batches", "inbox", "results", "reconciliation", "outbox", "recovery", "alerts",
        "refused-login")) {
      all.add(Setting.optional("hub.poll." + poll, DURATION, Forms.DURATION));
    }
    all.add(Setting.optional("hub.report.day-of-month", "ngày 1 đến 28", Forms.number(1, 28)));
    all.add(Setting.optional("hub.report.time", "giờ, ví dụ 18:00", Forms.TIME_OF_DAY));
    for (String part : List.of("authority", "agency", "place")) {
      all.add(Setting.optional("hub.report." + part, "chữ ở đầu báo cáo", Forms.SOME_TEXT));
    }
    all.add(Setting.optional("hub.release.payroll-limit-vnd", "số đồng, lớn hơn 0", Forms.number(1, Long.MAX_VALUE)));
    all.add(Setting.optional("hub.archive.keep-months", "số tháng, 13 đến 1200", Forms.number(13, 1200)));
    return all;
  }

  /** Each by itself; {@link EdgeCheck} looks at those that hang together. */
  private static void edge(List<Setting> all) {
    all.add(Setting.optional("hub.console.certificate", "tệp có chứng thư PEM", Forms.CERTIFICATES));
    all.add(Setting.optional("hub.console.private-key", "tệp khoá riêng PEM đọc được", Forms.READABLE_FILE));
    all.add(Setting.optional("hub.management.port", "cổng, 1 đến 65535", Forms.PORT));
    all.add(Setting.optional("hub.management.address", "địa chỉ IP của máy này, hoặc 0.0.0.0", Forms.IP_ADDRESS));
    all.add(Setting.optional("hub.oidc.issuer", "địa chỉ https://… của máy chủ đăng nhập", Forms.WEB_ADDRESS));
    all.add(Setting.optional("hub.oidc.login-claim", "tên một claim", Forms.NAMES));
    all.add(Setting.optional("hub.oidc.roles-claim", "tên một claim", Forms.NAMES));
    all.add(Setting.optional("hub.oidc.connect-timeout", DURATION, Forms.DURATION));
    all.add(Setting.optional("hub.oidc.answer-timeout", DURATION, Forms.DURATION));
    all.add(Setting.optional("hub.traces.endpoint", "địa chỉ http://…/v1/traces của nơi nhận vết", Forms.WEB_ADDRESS));
  }

  private static void database(List<Setting> all, String prefix, String whose) {
    all.add(Setting.required(prefix + ".url", "địa chỉ jdbc:postgresql://… " + whose, Forms.POSTGRESQL));
    all.add(Setting.required(prefix + ".username", "tên đăng nhập " + whose, Forms.SOME_TEXT));
    all.add(Setting.required(prefix + ".password", "mật khẩu " + whose, Forms.ANY_TEXT));
  }

  private static void sftp(List<Setting> all, String prefix) {
    all.add(Setting.required(prefix + "host", "tên hoặc địa chỉ máy chủ SFTP", Forms.SOME_TEXT));
    all.add(Setting.required(prefix + "port", "cổng SFTP, 1 đến 65535", Forms.PORT));
    all.add(Setting.required(prefix + "username", "tên đăng nhập SFTP", Forms.SOME_TEXT));
    all.add(Setting.required(prefix + "known-hosts", "tệp known_hosts đọc được, có khoá máy chủ đã ghim", Forms.READABLE_FILE));
    all.add(Setting.optional(prefix + "private-key", "tệp khoá riêng OpenSSH đọc được", Forms.READABLE_FILE));
    all.add(Setting.optional(prefix + "allow-ssh-rsa", "true hoặc false", Forms.YES_OR_NO));
    all.add(Setting.optional(prefix + "key-exchanges", "tên các cách trao đổi khoá, cách nhau bằng dấu phẩy", Forms.NAMES));
    all.add(Setting.optional(prefix + "ciphers", "tên các thuật toán mã, cách nhau bằng dấu phẩy", Forms.NAMES));
  }

  private static void api(List<Setting> all, String prefix) {
    all.add(Setting.required(prefix + "base-url", "địa chỉ https://… của API ngân hàng", Forms.HTTPS));
    all.add(Setting.required(prefix + "client-id", "mã ứng dụng OAuth2", Forms.SOME_TEXT));
    all.add(Setting.required(prefix + "client-secret", "mật khẩu ứng dụng OAuth2", Forms.SOME_TEXT));
    all.add(Setting.required(prefix + "signing-secret", "khoá ký X-Signature", Forms.SOME_TEXT));
    all.add(Setting.optional(prefix + "webhook-secret", "khoá ký X-Signature của ngân hàng", Forms.SOME_TEXT));
    all.add(Setting.optional(prefix + "previous-webhook-secret", "khoá ký X-Signature cũ của ngân hàng", Forms.SOME_TEXT));
    all.add(Setting.required(prefix + "trusted-certificates", "tệp có chứng thư PEM, đã ghim", Forms.CERTIFICATES));
    all.add(Setting.optional(prefix + "connect-timeout", DURATION, Forms.DURATION));
    all.add(Setting.optional(prefix + "answer-timeout", DURATION, Forms.DURATION));
  }

  /** Required unless mail is switched off on purpose. */
  private static void mail(List<Setting> all, PropertyResolver given) {
    boolean needed = given.getProperty("hub.mail.host") != null || given.getProperty("hub.mail.enabled", "").equals("true")
        || !given.getProperty("hub.without-mail", "").equals("true") && !given.getProperty("hub.mail.enabled", "").equals("false");
    all.add(new Setting("hub.mail.host", needed, "máy chủ SMTP (hoặc hub.without-mail=true)", Forms.SOME_TEXT));
    all.add(Setting.optional("hub.mail.port", "cổng SMTP, 1 đến 65535", Forms.PORT));
    all.add(new Setting("hub.mail.from", needed, "địa chỉ gửi thư", Forms.ADDRESS));
    for (String role : List.of("operator", "accountant", "engineer")) {
      all.add(Setting.optional("hub.mail.recipients." + role, "địa chỉ thư, cách nhau bằng dấu phẩy", Forms.ADDRESSES));
    }
    all.add(Setting.optional("hub.mail.console-url", "địa chỉ https://… của bảng điều khiển", Forms.WEB_ADDRESS));
    all.add(Setting.optional("hub.mail.starttls", "true hoặc false", Forms.YES_OR_NO));
    all.add(Setting.optional("hub.mail.enabled", "true hoặc false", Forms.YES_OR_NO));
    all.add(Setting.optional("hub.mail.trusted-certificates", "tệp có chứng thư PEM", Forms.CERTIFICATES));
    all.add(Setting.optional("hub.mail.per-hour", "số thư, lớn hơn 0", Forms.number(1, 1_000_000)));
    all.add(Setting.optional("hub.mail.merge-after", DURATION, Forms.DURATION));
    all.add(Setting.optional("hub.mail.heartbeat-at", "giờ, ví dụ 08:00", Forms.TIME_OF_DAY));
    all.add(new Setting("hub.mail.heartbeat-to", given.getProperty("hub.mail.heartbeat-at") != null,
        "địa chỉ thư, cách nhau bằng dấu phẩy", Forms.ADDRESSES));
    all.add(Setting.optional("hub.mail.timeout", DURATION, Forms.DURATION));
  }

  private static void login(List<Setting> all, String prefix, boolean plain) {
    all.add(Setting.required(prefix + "password", "mật khẩu đã băm bằng bcrypt, argon2, scrypt hoặc pbkdf2, ví dụ {bcrypt}$2a$…",
        plain ? Forms.HASHED.or(Forms.PLAIN) : Forms.HASHED));
    all.add(Setting.required(prefix + "role", "viewer, operator hoặc approver", Forms.oneOf("viewer", "operator", "approver")));
  }
}
