package vn.chitra.hub.channel.bankapi;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code clientBulkId} of a batch: our sender id and its seq, for ever; also the file name of its bytes. */
public final class BulkName {

  private static final Pattern FORM = Pattern.compile("([A-Z0-9]{1,8})-(\\d{6})");
  private static final String EXTENSION = ".json";

  private BulkName() {}

  public static String of(String sender, int seq) {
    return sender + "-%06d".formatted(seq);
  }

  /** The seq of one of our bulks; empty when the id is another's or none. */
  public static OptionalInt seq(String sender, String clientBulkId) {
    Matcher form = FORM.matcher(clientBulkId);
    return form.matches() && form.group(1).equals(sender) ? OptionalInt.of(Integer.parseInt(form.group(2))) : OptionalInt.empty();
  }

  static String fileName(String clientBulkId) {
    return clientBulkId + EXTENSION;
  }

  /** The {@code clientBulkId} by the name of the bytes; empty for another name. */
  public static Optional<String> ofFile(String fileName) {
    return fileName.endsWith(EXTENSION) ? Optional.of(fileName.substring(0, fileName.length() - EXTENSION.length())) : Optional.empty();
  }
}
