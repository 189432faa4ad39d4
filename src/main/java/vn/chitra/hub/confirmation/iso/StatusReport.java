package vn.chitra.hub.confirmation.iso;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The upper levels of a pain.002, as said.
 *
 * @param seq of our file that {@code OrgnlMsgId} names
 * @param blocks payment informations
 * @param transactions how many it lists
 * @param saidAt when the bank wrote the report, or null
 */
public record StatusReport(String orgnlMsgId, int seq, Level group, List<Level> blocks, int transactions,
    @Nullable Instant saidAt) {

  /**
   * @param status ISO code, or null where the level has none
   * @param reasons in the bank's order
   */
  public record Level(@Nullable String status, List<Reason> reasons) {

    static final Level SILENT = new Level(null, List.of());
  }

  /**
   * @param code ISO or the bank's own, or null
   * @param text the bank's words, long digit runs masked
   */
  public record Reason(@Nullable String code, @Nullable String text) {}
}
