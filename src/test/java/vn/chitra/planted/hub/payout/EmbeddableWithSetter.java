package vn.chitra.planted.hub.payout;

import jakarta.persistence.Embeddable;

@Embeddable
public class EmbeddableWithSetter {

  private long dong;

  public long dong() {
    return dong;
  }

  public void setDong(long dong) {
    this.dong = dong;
  }
}
