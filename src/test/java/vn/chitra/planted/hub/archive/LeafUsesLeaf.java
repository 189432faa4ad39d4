package vn.chitra.planted.hub.archive;

import vn.chitra.planted.hub.partner.Leaf;

public final class LeafUsesLeaf {

  private LeafUsesLeaf() {}

  public static String word() {
    return Leaf.word();
  }
}
