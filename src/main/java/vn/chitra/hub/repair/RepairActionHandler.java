package vn.chitra.hub.repair;

import java.util.Collection;
import java.util.function.Function;
import vn.chitra.hub.support.Word;

/** Carries out one kind of action; all verbs run in one transaction of the caller. */
public interface RepairActionHandler {

  RepairAction action();

  /** Locks what the action is about and says whether it could be done now, and over how much. Changes nothing. */
  Preview look(String id, String parameter);

  /**
   * Reads what stands outside of the hub about the subjects, before any of them is locked, and gives the {@link #look} that uses it. An
   * action that needs nothing from outside looks as it is.
   */
  default Function<String, Preview> lookAt(Collection<String> ids, String parameter) {
    return id -> look(id, parameter);
  }

  /**
   * Carries out the action; called in the same transaction as a {@link #look} that did not refuse. @param reason Vietnamese, no personal
   * data
   */
  void perform(String id, String parameter, String reason, Actor by);

  /**
   * Whether the action ended what its subject's open cases of its kinds are about, so that they close with it; looked at before it is
   * carried out. One that takes a part of its subject leaves the rest of them to a person.
   */
  default boolean endsCases(String id, String parameter) {
    return true;
  }

  /** The preview of an action, on which a person decides. */
  sealed interface Preview {

    /** @param text no personal data */
    record Possible(int items, long dong, Word text) implements Preview {}

    /** @param why no personal data */
    record Impossible(Word why) implements Preview {

      /** @param values at the {@code %s} of both languages */
      public static Impossible because(String vietnamese, String english, Object... values) {
        return new Impossible(Word.of(vietnamese, english, values));
      }
    }
  }
}
