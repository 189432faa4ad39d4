package vn.chitra.hub.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A partner that exchanges files: takes new files, does the work of its agenda, publishes its answers; each in a transaction of its own.
 */
public abstract class FilePartner implements Simulator {

  /** Things of the agenda in one tick: the hub reads the first ones while the next are made. */
  private static final int MOST_STEPS = 10;

  protected final PartnerSide side;

  protected FilePartner(PartnerSide side) {
    this.side = side;
  }

  /** @param name post office or commune, empty at a bank; in and out below the partner's home */
  public record Folder(String name, String in, String out) {}

  protected abstract List<Folder> folders();

  /** Checks a file and records it; runs in a transaction. */
  protected abstract void take(PartnerSide.Arrival arrival, Instant now);

  /** Does one thing of the agenda; runs in a transaction. */
  protected abstract void perform(PartnerSide.Step step);

  @Override
  public final boolean tick(Instant now) {
    boolean did = false;
    for (Folder folder : folders()) {
      for (PartnerSide.Arrival arrival : side.arrivals(folder.name(), folder.in(), now)) {
        side.book().inTransaction(() -> take(arrival, now));
        did = true;
      }
    }
    did |= performDue(now);
    return side.show() | did;
  }

  private boolean performDue(Instant now) {
    int done = 0;
    for (Optional<PartnerSide.Step> step = due(now); step.isPresent() && done < MOST_STEPS; step = due(now)) {
      PartnerSide.Step one = step.get();
      side.book().inTransaction(() -> {
        perform(one);
        side.done(one);
      });
      done++;
    }
    return done > 0;
  }

  private Optional<PartnerSide.Step> due(Instant now) {
    return side.nextStep().filter(step -> !step.dueAt().isAfter(now));
  }

  @Override
  public final Optional<Instant> nextDue() {
    return side.nextStep().map(PartnerSide.Step::dueAt);
  }

  /** Answers of this partner that still wait for the hub. */
  public final List<String> waiting() {
    return folders().stream().flatMap(folder -> side.waiting(folder.out()).stream()).toList();
  }
}
