package vn.chitra.hub.repair;

import java.util.List;
import java.util.stream.Collectors;
import vn.chitra.hub.repair.RepairActionHandler.Preview;

/**
 * The subjects of one action, each with its preview.
 *
 * @param items distinct, in the order in which they are locked
 */
public record Selection(RepairAction action, String parameter, List<Item> items) {

  private static final int NAMED = 3;

  /** @param id of the subject, without the word before the colon */
  public record Item(String id, Preview preview) {

    public int payouts() {
      return preview instanceof Preview.Possible possible ? possible.items() : 0;
    }

    public long dong() {
      return preview instanceof Preview.Possible possible ? possible.dong() : 0;
    }
  }

  /** Whether the action can be carried out about every subject now. */
  public boolean isPossible() {
    return refused().isEmpty();
  }

  /** The subjects that forbid it. */
  public List<Item> refused() {
    return items.stream().filter(item -> item.preview() instanceof Preview.Impossible).toList();
  }

  public boolean isOne() {
    return items.size() == 1;
  }

  /** Payouts of the subjects that allow it. */
  public int payouts() {
    return items.stream().mapToInt(Item::payouts).sum();
  }

  /** Whole dong of the subjects that allow it. */
  public long dong() {
    return items.stream().mapToLong(Item::dong).sum();
  }

  /** As of a case: {@code payout:12}; for several {@code payouts:20}. */
  String subject() {
    return isOne() ? subject(items.get(0)) : action.subject() + (action.subject().endsWith("ch") ? "es:" : "s:") + items.size();
  }

  String subject(Item item) {
    return action.subject() + ":" + item.id();
  }

  /** Vietnamese, no personal data: the preview of one; number, sum and ids of several. */
  String words() {
    if (isOne()) {
      return items.get(0).preview() instanceof Preview.Possible possible ? possible.words() : why();
    }
    return items.size() + " đối tượng, " + payouts() + " khoản, " + dong() + " đồng: "
        + items.stream().map(Item::id).collect(Collectors.joining(", ")) + ".";
  }

  /** Vietnamese: why it cannot be carried out; the first subjects of several. */
  String why() {
    List<Item> refused = refused();
    String first = refused.stream().limit(NAMED).map(item -> (isOne() ? "" : "số " + item.id() + ": ") + why(item))
        .collect(Collectors.joining(" "));
    return isOne() ? first : "Không làm khoản nào: " + refused.size() + " trong " + items.size() + " không làm được; " + first;
  }

  private static String why(Item item) {
    return item.preview() instanceof Preview.Impossible impossible ? impossible.why() : "";
  }
}
