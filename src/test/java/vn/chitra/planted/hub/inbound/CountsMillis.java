package vn.chitra.planted.hub.inbound;

public final class CountsMillis {

  public long millis() {
    return System.currentTimeMillis();
  }
}
