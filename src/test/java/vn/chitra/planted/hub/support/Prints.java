package vn.chitra.planted.hub.support;

public final class Prints {

  public void print() {
    System.out.println("đã chi");
  }
}
