package vn.chitra.planted.hub.confirmation;

public final class CountsMillis {

  public long millis() {
    return System.currentTimeMillis();
  }
}
