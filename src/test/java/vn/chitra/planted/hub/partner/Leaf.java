package vn.chitra.planted.hub.partner;

import vn.chitra.planted.hub.support.Innocent;

/** Breaks nothing: a leaf uses support. */
public final class Leaf {

  private Leaf() {}

  public static String word() {
    return Innocent.word();
  }
}
