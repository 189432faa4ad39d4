package vn.chitra.hub.channel.bankapi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The archive name of the answer to a POST: bulk, attempt, HTTP status. The answer's bytes contain none of these.
 *
 * @param status of HTTP
 */
public record ReplyName(String clientBulkId, int attempt, int status) {

  private static final Pattern FORM = Pattern.compile("POST_([A-Z0-9-]{1,32})_(\\d{1,9})_(\\d{3})\\.json");

  static String of(String clientBulkId, int attempt, int status) {
    return "POST_" + clientBulkId + "_" + attempt + "_" + status + ".json";
  }

  /** Empty for another name. */
  public static Optional<ReplyName> read(String fileName) {
    Matcher form = FORM.matcher(fileName);
    return form.matches() ? Optional.of(new ReplyName(form.group(1), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3))))
        : Optional.empty();
  }
}
