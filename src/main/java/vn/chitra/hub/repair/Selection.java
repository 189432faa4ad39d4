package vn.chitra.hub.repair;

import java.util.List;
import java.util.stream.Collectors;
import vn.chitra.hub.repair.RepairActionHandler.Preview;
import vn.chitra.hub.support.Word;

/**
 * The subjects of one action, each with its preview.
 *
 * @param items distinct, in the order in which they are locked
 */
public record Selection(RepairAction action, String parameter, List<Item> items) {

  private static final int NAMED = 3;
  private static final int SHOWN = 200;

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

  /** No personal data: the preview of one; number, sum and ids of several, of many the first ids. */
  Word text() {
    return text(SHOWN);
  }

  /** The same with every id, for the audit trail; Vietnamese. */
  String detail() {
    return text(items.size()).vietnamese();
  }

  private Word text(int most) {
    if (isOne()) {
      return items.get(0).preview() instanceof Preview.Possible possible ? possible.text() : why();
    }
    String ids = items.stream().limit(most).map(Item::id).collect(Collectors.joining(", ")) + (items.size() > most ? ", …" : "");
    return Word.of("%s đối tượng, %s khoản, %s đồng: %s.", "%s subjects, %s payouts, %s dong: %s.", items.size(), payouts(), dong(), ids);
  }

  /** Why it cannot be carried out; the first subjects of several. */
  Word why() {
    List<Item> refused = refused();
    if (isOne()) {
      return refused.isEmpty() ? Word.NONE : why(refused.get(0));
    }
    Word first = refused.stream().limit(NAMED).map(item -> Word.of("số %s: %s", "no. %s: %s", item.id(), why(item)))
        .reduce((one, next) -> Word.of("%s %s", "%s %s", one, next)).orElse(Word.NONE);
    return Word.of("Không làm khoản nào: %s trong %s không làm được; %s", "Nothing is done: %s of %s are not possible; %s",
        refused.size(), items.size(), first);
  }

  private static Word why(Item item) {
    return item.preview() instanceof Preview.Impossible impossible ? impossible.why() : Word.NONE;
  }
}
