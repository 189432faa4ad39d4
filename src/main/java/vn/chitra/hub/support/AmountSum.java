package vn.chitra.hub.support;

import vn.chitra.hub.support.AmountText.Amount;

/**
 * The sum of amounts in a file, dong. An ambiguous amount ({@code 2.789}) counts as thousands; a stated total may also mean it in
 * thousands of dong, so that the line itself is left to be compared with its payment.
 */
public final class AmountSum {

  /** The largest number of 18 digits; a larger sum fits no total. */
  private static final long MOST = 999_999_999_999_999_999L;
  private static final long THOUSAND = 1_000;

  private long total;
  private long ambiguous;

  public void add(Amount amount) {
    total = Math.min(MOST + 1, total + amount.vnd());
    ambiguous = Math.min(MOST + 1, ambiguous + (amount.ambiguous() ? amount.vnd() : 0));
  }

  /** Dong, ambiguous amounts as thousands; stays one above what a total can say once that is exceeded. */
  public long total() {
    return total;
  }

  /** Whether the stated total is this sum. */
  public boolean fits(long statedVnd) {
    return statedVnd == total
        || ambiguous > 0 && ambiguous <= MOST / THOUSAND && statedVnd == total - ambiguous + ambiguous * THOUSAND;
  }
}
