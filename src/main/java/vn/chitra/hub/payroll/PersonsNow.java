package vn.chitra.hub.payroll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payroll.PayrollLine.LifeStatus;

/** Reads the current persons and accounts of the province; call it while no row of the hub is locked. */
public interface PersonsNow {

  /** @param validTo last day of the entitlement, or null while it runs, @param lifeStatusOn since when, if that was written down */
  record Person(LocalDate validFrom, @Nullable LocalDate validTo, LifeStatus lifeStatus, @Nullable LocalDate lifeStatusOn) {}

  /** The persons by entitlement; an entitlement that no longer exists is missing. */
  Map<String, Person> persons(Collection<String> entitlements);

  /** The accounts that are open on the day, as {@code BIN/number}, by entitlement. */
  Map<String, Set<String>> openAccounts(Collection<String> entitlements, LocalDate on);

  /**
   * Entitlements whose person, account or own row changed after {@code since}, in chunks.
   *
   * @return the newest change; {@code since} when there was none
   */
  Instant changedSince(Instant since, int chunk, Consumer<List<String>> use);
}
