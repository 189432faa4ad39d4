package vn.chitra.hub.partner;

import vn.chitra.hub.support.Labelled;

/** Which contract a partner speaks. */
public enum PartnerKind implements Labelled {
  BANK_CSV("bank-csv"),
  BANK_FIXED("bank-fixed"),
  BANK_ISO("bank-iso"),
  BANK_API("bank-api"),
  POST_OFFICE("post-office"),
  COMMUNE("commune");

  private final String label;

  PartnerKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  public boolean isBank() {
    return this != POST_OFFICE && this != COMMUNE;
  }
}
