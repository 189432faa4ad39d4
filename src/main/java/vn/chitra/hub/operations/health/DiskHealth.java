package vn.chitra.hub.operations.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.FreeDisk;

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
        .withDetail("queuesStandStill", space.brokerStands()).withDetail(PartnerHealth.WORDS, "hub.data-dir còn " + (space.free() >> 20)
            + " MB" + (space.brokerStands() ? ": hàng đợi đứng" : space.scarce() ? ": sắp hết chỗ" : "")).build();
  }
}
