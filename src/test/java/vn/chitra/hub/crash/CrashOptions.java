package vn.chitra.hub.crash;

import java.nio.file.Path;

/**
 * The options of one run of the crash harness.
 *
 * @param kills how often something is broken
 * @param monthly about so often in one month; months follow until the kills are used up
 * @param seed of people, outcomes and of what is broken when; processes race, so a run repeats only nearly
 * @param payouts payroll lines of the whole province, of which only a few communes are kept
 * @param communes how many
 * @param folder of everything that the run leaves behind
 * @param images what the hub's process is started from, kept from run to run
 */
record CrashOptions(int kills, int monthly, long seed, int payouts, int communes, Plant plant, Path folder,
    Path images) {

  static final int SHORT_KILLS = 8;

  private static final int MONTHLY = 40;

  static CrashOptions fromProperties(Path folder, Path images) {
    return new CrashOptions(Integer.getInteger("crash.kills", 60), Integer.getInteger("crash.monthly", MONTHLY),
        Long.getLong("crash.seed", 1), 5_000, 12, Plant.AWAKE, folder, images);
  }

  static CrashOptions shortForm(Path folder, Path images) {
    return new CrashOptions(SHORT_KILLS, 2 * SHORT_KILLS, Long.getLong("crash.seed", 1), 2_000, 3, Plant.AWAKE, folder, images);
  }
}
