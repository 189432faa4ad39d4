package vn.chitra.hub.inbound;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** The applied answers to a batch by number: parts of a bank's result, versions of a list's report. */
@Component
public final class BatchReplies {

  public enum Kind { PART, VERSION }

  /** @param payments count, @param totalVnd dong */
  public record Unnamed(int payments, long totalVnd) {}

  private static final String HASH = SqlText.of("inbound/find-hash-of-reply");
  private static final String CONTENT = SqlText.of("inbound/find-content-of-reply");
  private static final String ADD = SqlText.of("inbound/add-reply");
  private static final String COMPLETE_PARTS = SqlText.of("inbound/find-complete-parts");
  private static final String UNNAMED = SqlText.of("inbound/sum-unnamed-payments");
  private static final String HAS_FINAL_STATUS = SqlText.of("inbound/has-final-status");

  private final JdbcClient jdbc;

  BatchReplies(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** The hash of the stored answer with that number. */
  public Optional<String> hashOf(long batchId, Kind kind, int number) {
    return of(HASH, batchId).param("kind", kind.name()).param("number", number).query(String.class).optional();
  }

  /** The hash of the content of the stored report with that version; empty where there is none. */
  public Optional<String> contentOf(long batchId, int version) {
    return of(CONTENT, batchId).param("number", version).query(String.class).optional();
  }

  /** @param content of a version of a list's report; null for a part of a bank's result */
  public void hold(long batchId, Kind kind, int number, String sha256, boolean closing, long fileId, @Nullable String content) {
    of(ADD, batchId).param("kind", kind.name()).param("number", number).param("sha256", sha256).param("closing", closing)
        .param("file", fileId).param("content", content).update();
  }

  /** Whether a closing part and every part before it have arrived. */
  public boolean partsComplete(long batchId) {
    return of(COMPLETE_PARTS, batchId).query(Integer.class).optional().isPresent();
  }

  /** Payments of the batch that no status of its answers names. */
  public Unnamed unnamed(long batchId) {
    return of(UNNAMED, batchId).query((r, n) -> new Unnamed(r.getInt(1), r.getLong(2))).single();
  }

  /** Whether a final status was reported for a payment of the batch, with any amount. */
  public boolean anyFinal(long batchId) {
    return of(HAS_FINAL_STATUS, batchId).query(Boolean.class).single();
  }

  private StatementSpec of(String sql, long batchId) {
    return jdbc.sql(sql).param("batch", batchId);
  }
}
