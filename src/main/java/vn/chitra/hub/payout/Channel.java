package vn.chitra.hub.payout;

/** How the money reaches the payee. */
public enum Channel {
  BANK, POST_CASH, COMMUNE_CASH
}
