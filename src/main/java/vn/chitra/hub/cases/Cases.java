package vn.chitra.hub.cases;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;
import vn.chitra.hub.support.Masking;
import vn.chitra.hub.support.RootCause;

/** Opens, finds and closes cases. */
public interface Cases {

  /**
   * Opens each case once: one that is open already for the same kind, subject, file and line stays as it is. Payouts held for one
   * cause become one case an agency and day. Takes part in the caller's transaction.
   */
  void openAll(Collection<NewCase> cases);

  default void open(NewCase one) {
    openAll(List.of(one));
  }

  /** Those of the subjects about which a case of the kind is open. */
  Set<String> openOnes(CaseKind kind, Collection<String> subjects);

  /** Closes every open case of a kind about a subject because its cause ended; none open is fine. */
  default void autoClose(CaseKind kind, String subject, String resolution) {
    autoCloseAll(kind, List.of(subject), resolution);
  }

  /**
   * As {@link #autoClose}, for a caller that closes once and whose own work must not fail because the database is away.
   *
   * @return false when the database did not do it: the caller tries it at the next success
   */
  default boolean tryToClose(CaseKind kind, String subject, String resolution) {
    try {
      autoClose(kind, subject, resolution);
      return true;
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Cases.class).warn("case {} of {} is not closed yet: {}", kind, Masking.maskDigits(subject),
          RootCause.name(e));
      return false;
    }
  }

  /** As {@link #autoClose}, for every one of the subjects. */
  void autoCloseAll(CaseKind kind, Collection<String> subjects, String resolution);

  /**
   * Closes the open cases of a kind at a partner whose cause is gone.
   *
   * @param remaining subjects whose cause still stands; what lies below one of them stays open too
   */
  void autoCloseOthers(CaseKind kind, String partner, Collection<String> remaining, String resolution);
}
