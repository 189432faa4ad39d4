package vn.chitra.planted.hub.payout;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class EntityWithSetter {

  @Id
  private long id;

  public long id() {
    return id;
  }

  void setId(long id) {
    this.id = id;
  }
}
