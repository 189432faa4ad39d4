package vn.chitra.hub.outbox;

/** The queues, named by the work that their messages request. */
public enum Destination {
  /** Body: payroll id. */
  PLAN_PAYROLL("hub.payout.plan"),
  /** Body: payroll id. */
  RELEASE_PAYROLL("hub.payout.release"),
  /** Body: batch id. */
  SEND_BANK_FILE("hub.bank-file.send"),
  /** Body: batch id. */
  SEND_BULK("hub.bank-api.send"),
  /** Body: batch id. */
  SEND_POST_OFFICE_LIST("hub.post-office.send"),
  /** Body: batch id. */
  SEND_COMMUNE_LIST("hub.commune.send"),
  /** Body: file id. */
  APPLY_FILE("hub.inbound.file");

  private final String queue;

  Destination(String queue) {
    this.queue = queue;
  }

  public String queue() {
    return queue;
  }
}
