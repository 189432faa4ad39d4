package vn.chitra.hub.channel.iso20022;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code MsgId} and {@code PmtInfId} of our payment files, {@code <sender>-<seq:6>}: an ISO answer identifies the file by them. */
public final class MessageIds {

  private static final int MAX_LENGTH = 35;
  private static final Pattern SEQ = Pattern.compile("-(\\d{6})");

  private MessageIds() {}

  /** @throws IllegalArgumentException when the sender makes it longer than the 35 characters of the standard */
  public static String of(String sender, int seq) {
    String id = sender + "-" + String.format(Locale.ROOT, "%06d", seq);
    if (id.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("sender too long for an ISO message id: " + sender);
    }
    return id;
  }

  /** The seq of our file that an answer names; empty = not a file of this sender. */
  public static OptionalInt seqOf(String sender, String messageId) {
    if (!messageId.startsWith(sender)) {
      return OptionalInt.empty();
    }
    Matcher rest = SEQ.matcher(messageId.substring(sender.length()));
    return rest.matches() && !rest.group(1).equals("000000") ? OptionalInt.of(Integer.parseInt(rest.group(1))) : OptionalInt.empty();
  }
}
