package vn.chitra.hub.console;

import java.util.List;

/**
 * Which part of a long list a page shows.
 *
 * @param page from 1 on
 * @param last 1 for a list that fits on one page
 * @param address of the page, ready for {@code page=…}
 */
record Pages(long all, int page, int last, String address) {

  static final int ROWS = 200;
  /** No list of the console is that long. */
  private static final int MOST = 1000;

  static Pages of(long all, int page, String address) {
    int last = Math.toIntExact(Math.max(1, Math.min(MOST, (all + ROWS - 1) / ROWS)));
    return new Pages(all, Math.max(1, Math.min(page, last)), last, address);
  }

  /** How many rows lie before the page. */
  static int from(int page) {
    return (Math.max(1, Math.min(page, MOST)) - 1) * ROWS;
  }

  <T> List<T> of(List<T> rows) {
    return rows.stream().skip(from(page)).limit(ROWS).toList();
  }

  public boolean several() {
    return last > 1;
  }
}
