package vn.chitra.hub.support;

/**
 * An amount of money in whole dong (VND has no minor unit). Arithmetic throws {@link ArithmeticException} instead of overflowing.
 *
 * @param value dong; may be negative in a difference
 */
public record Dong(long value) implements Comparable<Dong> {

  public static final Dong ZERO = new Dong(0);

  public Dong plus(Dong other) {
    return new Dong(Math.addExact(value, other.value));
  }

  public Dong minus(Dong other) {
    return new Dong(Math.subtractExact(value, other.value));
  }

  @Override
  public int compareTo(Dong other) {
    return Long.compare(value, other.value);
  }

  /** Digits only, as the machine formats need it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
