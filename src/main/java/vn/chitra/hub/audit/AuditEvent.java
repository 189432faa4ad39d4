package vn.chitra.hub.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One audit event; its hash covers the previous hash and every field, each with its length, so that two different events never give the
 * same input.
 */
record AuditEvent(long number, Instant at, String actor, String action, String subject, @Nullable String reason, @Nullable String detail) {

  static AuditEvent from(ResultSet r) throws SQLException {
    return new AuditEvent(r.getLong("audit_id"), r.getTimestamp("at").toInstant(), r.getString("actor"), r.getString("action"),
        r.getString("subject"), r.getString("reason"), r.getString("detail"));
  }

  /** SHA-256, lower-case hex. */
  String hash(String previous) {
    String canonical = Stream.of(previous, Long.toString(number), at.toString(), actor, action, subject, reason, detail)
        .map(field -> field == null ? "-" : field.length() + ":" + field).collect(Collectors.joining("\n"));
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
