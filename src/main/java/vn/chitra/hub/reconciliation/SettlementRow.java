package vn.chitra.hub.reconciliation;

import java.time.YearMonth;

/**
 * One row of the settlement: period × partner × programme. The law's equation, per row: handed over + carried in + moved in + came back =
 * paid + carried out + moved out + handed back + open (ND20 art. 34, TT44 art. 8). The left and the right side come from the bookings,
 * {@code open} from the states of the payouts, so a difference shows where the bookings and the states disagree.
 *
 * @param partner {@code none} for payouts that are held and at no partner yet
 */
public record SettlementRow(YearMonth period, String partner, String programme, Figure handedOver, Figure carriedIn, Figure movedIn,
    Figure cameBack, Figure paid, Figure carriedOut, Figure movedOut, Figure handedBack, Figure open) {

  /** @param count payouts, @param dong whole dong */
  public record Figure(long count, long dong) {

    public static final Figure ZERO = new Figure(0, 0);

    public Figure plus(Figure other) {
      return new Figure(Math.addExact(count, other.count), Math.addExact(dong, other.dong));
    }

    public Figure minus(Figure other) {
      return new Figure(Math.subtractExact(count, other.count), Math.subtractExact(dong, other.dong));
    }

    public boolean isZero() {
      return count == 0 && dong == 0;
    }
  }

  /** Incoming minus outgoing and open amounts: zero when the row balances. */
  public Figure difference() {
    return handedOver.plus(carriedIn).plus(movedIn).plus(cameBack)
        .minus(paid).minus(carriedOut).minus(movedOut).minus(handedBack).minus(open);
  }
}
