package vn.chitra.hub.repair;

/** Carries out one kind of action; both verbs run in one transaction of the caller. */
public interface RepairActionHandler {

  RepairAction action();

  /** Locks what the action is about and says whether it could be done now, and over how much. Changes nothing. */
  Preview look(String id, String parameter);

  /**
   * Carries out the action; called in the same transaction as a {@link #look} that did not refuse. @param reason Vietnamese, no personal
   * data
   */
  void perform(String id, String parameter, String reason, Actor by);

  /** The preview of an action, on which a person decides. */
  sealed interface Preview {

    /** @param words Vietnamese, no personal data */
    record Possible(int items, long dong, String words) implements Preview {}

    /** @param why Vietnamese, no personal data */
    record Impossible(String why) implements Preview {}
  }
}
