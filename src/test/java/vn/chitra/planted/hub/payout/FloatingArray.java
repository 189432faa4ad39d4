package vn.chitra.planted.hub.payout;

public final class FloatingArray {

  public int count(Float[] parts) {
    return parts.length;
  }
}
