package vn.chitra.hub.batch.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.CannotCreateTransactionException;
import vn.chitra.hub.batch.RefusedLoginSettings;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;

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
  public Set<String> openOnes(CaseKind kind, Collection<String> subjects) {
    throw new UnsupportedOperationException("logins look at no case");
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

  private static Partners partners() {
    try {
      return Mappings.load("mappings", Vocabulary.of(ReportedState.class, CaseKind.class)).partners();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Five minutes after the first refusal. */
  public PartnerLogins logins(Clock wallClock) {
    return new PartnerLogins(partners(), this, new RefusedLoginSettings(new RefusedLoginSettings.Poll(Duration.ofMinutes(5))), wallClock);
  }
}
