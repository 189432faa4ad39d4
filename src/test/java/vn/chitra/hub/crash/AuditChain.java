package vn.chitra.hub.crash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit trail, reckoned again from its rows by the rule that it is documented to follow. */
final class AuditChain {

  private AuditChain() {}

  /** Number of the first event that does not follow from the ones before it. */
  static Optional<Long> firstBroken(JdbcTemplate hub) {
    List<Map<String,
        Object>> events = hub.queryForList("SELECT audit_id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS') AS second,"
        + " extract(microseconds FROM at)::bigint % 1000000 AS micros, actor, action, subject, reason, detail, prev_hash, hash FROM"
        + " audit_event" + " ORDER BY audit_id");
    String before = "0".repeat(64);
    for (int i = 0; i < events.size(); i++) {
      Map<String, Object> event = events.get(i);
      String hash = hash(before, event);
      if ((long) event.get("audit_id") != i + 1 || !before.equals(event.get("prev_hash")) || !hash.equals(event.get("hash"))) {
        return Optional.of((long) event.get("audit_id"));
      }
      before = hash;
    }
    return Optional.empty();
  }

  private static String hash(String before, Map<String, Object> event) {
    String text = Stream.of(before, event.get("audit_id"), instant(event), event.get("actor"), event.get("action"), event.get("subject"),
            event.get("reason"), event.get("detail")).map(AuditChain::field).collect(Collectors.joining("\n"));
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As ISO 8601 with as many digits of the second as needed, in threes. */
  private static String instant(Map<String, Object> event) {
    long micros = (long) event.get("micros");
    String fraction = micros == 0 ? "" : micros % 1000 == 0 ? String.format(".%03d", micros / 1000) : String.format(".%06d", micros);
    return event.get("second") + fraction + "Z";
  }

  private static String field(@Nullable Object value) {
    return value == null ? "-" : value.toString().length() + ":" + value;
  }
}
