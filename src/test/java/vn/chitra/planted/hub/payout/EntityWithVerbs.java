package vn.chitra.planted.hub.payout;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Breaks nothing: {@code settle} is a verb. */
@Entity
public class EntityWithVerbs {

  @Id
  private long id;

  public void settle(long as) {
    this.id = as;
  }
}
