package vn.chitra.hub.sim.bankapi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The special behaviour of the bank for one of our bulks. */
public enum ApiAction {
  /** Totals wrong, it says; nothing is kept. */
  REFUSE_F2,
  /** Format wrong, it says; nothing is kept. */
  REFUSE_F3,
  /** 400 with a code that the contract does not know. */
  REFUSE_STRANGELY,
  /** 422: the key is known with another body. */
  KEY_KNOWN,
  /** 422: the first id stands already. */
  IDS_STAND,
  /** 409: the name is known under another key. */
  NAME_KNOWN,
  /** 418. */
  TEAPOT,
  /** The first POST is booked and answered with 500. */
  BOOKED_THEN_500,
  /** The first POST is booked, and the connection cut. */
  BOOKED_THEN_CUT,
  /** The first POST is booked, and its answer longer than any. */
  BOOKED_THEN_ENDLESS,
  /** The same, packed small. */
  BOOKED_THEN_ENDLESS_ZIPPED,
  /** The first POST is answered with 503, nothing is booked. */
  DOWN_ONCE,
  /** The first POST is answered with 429 and Retry-After 2. */
  BUSY_ONCE,
  /** The first POST is answered with 401 although the token is good. */
  TOKEN_ENDED_ONCE,
  /** The first POST is answered with 403 although the token is good. */
  FORBIDDEN_ONCE,
  /** The first POST is answered only when the results were told by an event. */
  EVENT_BEFORE_REPLY,
  /** Booked, and no result ever. */
  SILENT,
  /** Some payments wait for funds for a day (51). */
  SHORT_OF_FUNDS,
  /** Some payments come back three banking days later. */
  RETURN_SOME,
  /** Every event twice, the newest first. */
  EVENTS_IN_DISORDER,
  /** DONE although the last transfer stands nowhere. */
  LEAVE_ONE_OUT;

  /** Reads {@code 2:BUSY_ONCE,3:REFUSE_F2}: seq of our bulk and action; empty text = none. */
  public static Map<Integer, Set<ApiAction>> script(String text) {
    Map<Integer, Set<ApiAction>> script = new HashMap<>();
    Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).forEach(part -> {
      String[] pair = part.split(":");
      script.computeIfAbsent(Integer.valueOf(pair[0]), seq -> EnumSet.noneOf(ApiAction.class)).add(valueOf(pair[1]));
    });
    return script;
  }
}
