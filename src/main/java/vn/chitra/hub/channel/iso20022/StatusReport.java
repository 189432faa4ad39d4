package vn.chitra.hub.channel.iso20022;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The upper levels of a pain.002, unchanged.
 *
 * @param seq of our file that {@code OrgnlMsgId} names
 * @param blocks payment informations
 * @param transactions how many it lists
 * @param sizes every number that must be the number of our file's transactions where the report says that all of them are settled
 * @param reportedAt when the bank wrote the report, or null
 */
public record StatusReport(String orgnlMsgId, int seq, Level group, List<Level> blocks, int transactions,
    Set<Integer> sizes, @Nullable Instant reportedAt) {

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
