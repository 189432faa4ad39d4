package vn.chitra.hub.repair;

/** How one act is done; both verbs run in one transaction of the caller. */
public interface Deed {

  Act act();

  /** Locks what the act is about and says whether it could be done now, and over how much. Changes nothing. */
  Sight look(String id, String parameter);

  /** Does it; called in the same transaction as a {@link #look} that did not refuse. @param reason Vietnamese, no personal data */
  void perform(String id, String parameter, String reason, Actor by);

  /** What a person decides about. */
  sealed interface Sight {

    /** @param words Vietnamese, no personal data */
    record Ready(int items, long dong, String words) implements Sight {}

    /** @param why Vietnamese, no personal data */
    record Unfit(String why) implements Sight {}
  }
}
