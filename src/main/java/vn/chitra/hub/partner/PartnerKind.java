package vn.chitra.hub.partner;

/** The kinds of partner, one per contract. */
public enum PartnerKind {
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

  public String label() {
    return label;
  }

  /** Most payments that one file, list or bulk may carry by the contract; 999,999 where it names no limit. */
  public int mostLines() {
    return switch (this) {
      case BANK_CSV -> 50_000;
      case BANK_ISO -> 100_000;
      case BANK_API -> 1_000;
      case BANK_FIXED, POST_OFFICE, COMMUNE -> 999_999;
    };
  }

  /**
   * Whether the contract defines the names of answers; where the partner names files freely, two files of one name may be about different
   * things.
   */
  public boolean dictatesReplyNames() {
    return this != BANK_ISO && this != COMMUNE;
  }

  public boolean isBank() {
    return this != POST_OFFICE && this != COMMUNE;
  }
}
