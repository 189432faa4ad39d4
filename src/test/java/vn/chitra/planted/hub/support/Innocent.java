package vn.chitra.planted.hub.support;

/** Breaks nothing; what the others may reach for. */
public final class Innocent {

  private Innocent() {}

  public static String word() {
    return "đồng";
  }
}
