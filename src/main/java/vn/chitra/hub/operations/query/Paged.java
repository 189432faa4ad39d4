package vn.chitra.hub.operations.query;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a long list that is read by a key, so that a page far behind costs what the first one costs.
 *
 * @param first whether nothing is before it
 * @param next key behind which the next page begins; empty when this is the last one
 */
public record Paged<T>(List<T> rows, boolean first, String next) {

  /** Rows of a page. */
  public static final int ROWS = 50;
  /** Rows that a query must read: one more than a page has, which shows that there is a next one. */
  public static final int READ = ROWS + 1;

  /** @param read at most {@value #READ} rows in order of the key, @param first whether they were read from the start */
  public static <T> Paged<T> of(List<T> read, Function<T, Object> key, boolean first) {
    List<T> rows = List.copyOf(read.subList(0, Math.min(ROWS, read.size())));
    return new Paged<>(rows, first, read.size() > ROWS ? key.apply(rows.get(ROWS - 1)).toString() : "");
  }
}
