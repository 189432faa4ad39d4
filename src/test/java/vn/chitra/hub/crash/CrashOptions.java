package vn.chitra.hub.crash;

import java.nio.file.Path;

/**
 * What one run of the harness is asked for.
 *
 * @param kills how often something is broken
 * @param monthly at most so often in one month
 * @param seed of people, outcomes and of what is broken when; processes race, so a run repeats only nearly
 * @param payouts payroll lines of the whole province, of which only a few communes are kept
 * @param communes how many
 * @param folder of everything that the run leaves behind
 * @param images what the hub's process is started from, kept from run to run
 */
record CrashOptions(int kills, int monthly, long seed, int payouts, int communes, Plant plant, Path folder,
    Path images) {

  private static final int MOST_MONTHS = 11;   // of the holidays that are known
  private static final int MONTHLY = 20;

  static CrashOptions fromProperties(Path folder, Path images) {
    int kills = Integer.getInteger("crash.kills", 60);
    return new CrashOptions(kills, Integer.getInteger("crash.monthly", Math.max(MONTHLY, (kills + MOST_MONTHS - 1) / MOST_MONTHS)),
        Long.getLong("crash.seed", 1), 5_000, 6, Plant.AWAKE, folder, images);
  }

  int months() {
    return (kills + monthly - 1) / monthly;
  }
}
