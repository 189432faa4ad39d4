package vn.chitra.hub.sim;

/** Valid endToEndIds for files written by hand. */
public final class TestIds {

  private TestIds() {}

  /** The n-th id: its check character is found by trying. */
  public static String id(int n) {
    String body = "H" + String.format("%014d", n);
    for (char check : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
      if (EndToEndIds.isRight(body + check)) {
        return body + check;
      }
    }
    throw new IllegalStateException("no check character fits " + body);
  }
}
