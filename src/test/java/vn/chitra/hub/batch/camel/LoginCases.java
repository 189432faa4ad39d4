package vn.chitra.hub.batch.camel;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.CannotCreateTransactionException;
import vn.chitra.hub.batch.RefusedLoginSettings;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;

/** The cases that logins open and close, and logins over them. */
public final class LoginCases implements Cases {

  public final List<NewCase> opened = new CopyOnWriteArrayList<>();
  /** Kind and subject. */
  public final List<String> closed = new CopyOnWriteArrayList<>();
  /** Whether the database closes nothing, because it is away. */
  public volatile boolean away;

  @Override
  public void openAll(Collection<NewCase> cases) {
    opened.addAll(cases);
  }

  @Override
  public void autoCloseAll(CaseKind kind, Collection<String> subjects, String resolution) {
    if (away) {
      throw new CannotCreateTransactionException("gone");
    }
    subjects.forEach(subject -> closed.add(kind + " " + subject));
  }

  @Override
  public void autoCloseOthers(CaseKind kind, String partner, Collection<String> remaining, String resolution) {
    if (away) {
      throw new CannotCreateTransactionException("gone");
    }
    closed.add(kind + " of " + partner + " but " + remaining);
  }

  /** Five minutes after the first refusal. */
  public PartnerLogins logins(Clock wallClock) {
    return new PartnerLogins(this, new RefusedLoginSettings(new RefusedLoginSettings.Poll(Duration.ofMinutes(5))), wallClock);
  }
}
