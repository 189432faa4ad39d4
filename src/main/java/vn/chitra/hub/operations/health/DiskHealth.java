package vn.chitra.hub.operations.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.FreeDisk;
import vn.chitra.hub.support.Word;

/** The space on the hub's disk: little space is DEGRADED, too little for the broker as well, with a detail that says so. */
@Component("hubDisk")
class DiskHealth implements HealthIndicator {

  private final FreeDisk disk;

  DiskHealth(FreeDisk disk) {
    this.disk = disk;
  }

  @Override
  public Health health() {
    FreeDisk.Space space = disk.now();
    return Health.status(space.scarce() ? PartnerHealth.DEGRADED : Status.UP).withDetail("freeBytes", space.free())
        .withDetail("queuesStandStill", space.brokerStands()).withDetail(PartnerHealth.WORDS, words(space).shown()).build();
  }

  private static Word words(FreeDisk.Space space) {
    Word trouble = space.brokerStands() ? new Word(": hàng đợi đứng", ": the queues stand still")
        : space.scarce() ? new Word(": sắp hết chỗ", ": little space is left") : Word.NONE;
    return Word.of("hub.data-dir còn %s MB%s", "hub.data-dir has %s MB left%s", space.free() >> 20, trouble);
  }
}
