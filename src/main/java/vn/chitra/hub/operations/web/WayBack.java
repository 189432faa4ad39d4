package vn.chitra.hub.operations.web;

import java.util.regex.Matcher;

/**
 * The bar that leads from a page of Hawtio or of the broker's console back to the hub's own console: the first thing that the keyboard
 * reaches, without script, and not printed. Its style is a file of its own, because those pages load none of the hub's.
 */
final class WayBack {

  static final String STYLE = "/way-back.css";
  private static final String LINK = "<link rel=\"stylesheet\" href=\"" + STYLE + "\"/></head>";
  private static final String BAR = "<body><nav id=\"chitra-hub\" lang=\"vi\" aria-label=\"Chi Trả Hub\">"
      + "<a href=\"/\">← Bảng điều khiển Chi Trả Hub</a></nav>";

  private WayBack() {}

  /** The page with the bar; a page of an unexpected form stops the start, because it would have no way back. */
  static String on(String page) {
    return replaced(replaced(page, "</head>", LINK), "<body>", BAR);
  }

  private static String replaced(String page, String what, String with) {
    if (!page.contains(what)) {
      throw new IllegalStateException("A page without " + what + " cannot get its way back to the console.");
    }
    return page.replaceFirst(what, Matcher.quoteReplacement(with));
  }
}
