package vn.chitra.hub.sim.bank;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The special behaviour of the bank for one of our files; none of it in the default month. */
public enum BankAction {
  /** Totals wrong, it says; nothing is kept. */
  REFUSE_F2,
  /** Format wrong, it says; nothing is kept. */
  REFUSE_F3,
  /** The first time funds are missing; they come the next banking day. */
  NO_FUNDS,
  /** No ACK and no result, ever. */
  SILENT,
  /** Each part of the result also under another name. */
  DUPLICATE_PARTS,
  /** Part 02 before part 01. */
  PARTS_OUT_OF_ORDER,
  /** The ACK comes after the first result. */
  RESULT_BEFORE_ACK,
  /** Some payments come back three banking days later. */
  RETURN_SOME;

  /**
   * Reads {@code 2:NO_FUNDS,other-bank/3:REFUSE_F2}: seq of our file and action, with the bank's id before it; empty text = none.
   *
   * @param usual whether this bank is meant where no id stands
   */
  public static Map<Integer, Set<BankAction>> script(String text, String bank, boolean usual) {
    Map<Integer, Set<BankAction>> script = new HashMap<>();
    Arrays.stream(text.split(",")).map(String::strip).filter(part -> part.startsWith(bank + "/") || usual && !part.isEmpty()
        && part.indexOf('/') < 0).forEach(part -> {
      String[] pair = part.substring(part.indexOf('/') + 1).split(":");
      script.computeIfAbsent(Integer.valueOf(pair[0]), seq -> EnumSet.noneOf(BankAction.class)).add(valueOf(pair[1]));
    });
    return script;
  }
}
