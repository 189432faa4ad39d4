package vn.chitra.planted.hub.payout;

import java.math.BigDecimal;

public final class FloatingPassingBy {

  public long dong(BigDecimal amount) {
    return Math.round(amount.doubleValue());
  }
}
