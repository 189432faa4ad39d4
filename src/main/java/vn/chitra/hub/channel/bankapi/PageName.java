package vn.chitra.hub.channel.bankapi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The archive name of a page of results: bulk, page number, and whether it is the last page of a run in which every page was DONE. The
 * page's bytes contain none of these.
 *
 * @param page from 1
 */
record PageName(String clientBulkId, int page, boolean closing) {

  private static final Pattern FORM = Pattern.compile("KQ_([A-Z0-9-]{1,32})_(\\d{1,4})(_CUOI)?\\.json");

  String text() {
    return "KQ_" + clientBulkId + "_" + page + (closing ? "_CUOI" : "") + ".json";
  }

  static Optional<PageName> read(String fileName) {
    Matcher form = FORM.matcher(fileName);
    return form.matches() ? Optional.of(new PageName(form.group(1), Integer.parseInt(form.group(2)), form.group(3) != null))
        : Optional.empty();
  }
}
