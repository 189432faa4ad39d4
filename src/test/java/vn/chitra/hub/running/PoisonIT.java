package vn.chitra.hub.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.operations.DeadLetters;
import vn.chitra.hub.operations.jmx.RepairDesk;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.repair.jms.DeadLetterQueues;

/** A message that cannot be processed. */
class PoisonIT {

  /** Longer than a lost send keeps its lease (2 minutes) and a silent server its connection (1 minute). */
  private static final Duration SOON = Duration.ofMinutes(4);

  @TempDir
  Path folder;

  @Test
  void goesAsideWithItsReasonLetsTheOthersPassAndIsDrivenAgainInOneAction() throws Exception {
    try (HubWorld world = new HubWorld(folder); RunningHub hub = world.start()) {
      hurry(hub);
      world.sql().execute("alter table funding_need add constraint broken check (total_vnd <> 1500000)");
      world.taken("BL-1", "BANK", 3);
      world.taken("BL-2", "BANK", 2);
      DeadLetterQueues letters = hub.bean(DeadLetterQueues.class);
      await().atMost(SOON).until(() -> letters.bodies(Destination.PLAN_PAYROLL).contains("BL-1"));
      world.areDue("BL-2");
      await().atMost(SOON).untilAsserted(() -> assertThat(world.batches()).containsExactly("SENT"));

      hub.bean(DeadLetters.class).watch();
      assertThat(world.sql().queryForObject("select evidence from case_record where kind = 'MESSAGE_DEAD' and state = 'OPEN'",
          String.class))
          .contains("DATABASE_REFUSES", "DataIntegrityViolationException");
      assertThat(hub.bean(RepairDesk.class).getDeadLetters()).allSatisfy(row -> assertThat(row)
          .containsEntry("hàng đợi", "hub.payout.plan").containsEntry("thông điệp", "BL-1"));
      assertThat(world.sql().queryForObject("select attempts from message_failure where body = 'BL-1'", Integer.class))
          .isGreaterThanOrEqualTo(6);

      world.sql().execute("alter table funding_need drop constraint broken");
      assertThat(hub.bean(Repairs.class).request(new Actor("lan", Role.OPERATOR), RepairAction.REDRIVE_DEAD_LETTERS, "hub.payout.plan", "",
          "Đã sửa nguyên nhân")).isInstanceOf(Outcome.Done.class);
      world.areDue("BL-1");
      await().atMost(SOON).untilAsserted(() -> assertThat(world.batches()).containsExactly("SENT", "SENT"));
      assertThat(letters.count(Destination.PLAN_PAYROLL)).isZero();
    }
  }

  /** The same number of attempts, without the waits between them. */
  private static void hurry(RunningHub hub) {
    var settings = hub.bean(EmbeddedActiveMQ.class).getActiveMQServer().getAddressSettingsRepository();
    AddressSettings hubs = new AddressSettings(settings.getMatch("hub.payout.plan"));
    settings.addMatch("hub.payout.plan", hubs.setRedeliveryDelay(20).setRedeliveryMultiplier(1));
  }
}
