package vn.chitra.hub.channel.bankfile;

import vn.chitra.hub.support.AmountSum;
import vn.chitra.hub.support.AmountText.Amount;

/** Count and sum of the lines read so far. */
public final class LineTally {

  private final AmountSum sum = new AmountSum();
  private int count;

  public void add(Amount amount) {
    count++;
    sum.add(amount);
  }

  public int count() {
    return count;
  }

  /** Whether a stated total is the sum of the lines. */
  public boolean fits(Amount stated) {
    return sum.fits(stated.vnd());
  }
}
