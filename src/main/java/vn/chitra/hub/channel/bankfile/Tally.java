package vn.chitra.hub.channel.bankfile;

/** Count and sum of the lines read so far; dong. */
public final class Tally {

  /** The largest number of 18 digits; a larger sum fits no trailer. */
  private static final long MOST = 999_999_999_999_999_999L;

  private int count;
  private long total;

  public void add(long amountVnd) {
    count++;
    total = Math.min(MOST + 1, total + amountVnd);
  }

  public int count() {
    return count;
  }

  /** Dong; stays one above what a trailer can say once it is exceeded. */
  public long total() {
    return total;
  }
}
