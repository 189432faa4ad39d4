package vn.chitra.hub.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.operations.DueMessages;

/** Queues are rebuildable (money rule 9): the broker's journal is deleted while every queue holds work. */
class BrokerLostIT {

  /** Longer than a lost send keeps its lease (2 minutes) and a silent server its connection (1 minute). */
  private static final Duration SOON = Duration.ofMinutes(4);

  @TempDir
  Path folder;

  @Test
  void everyOpenBatchGoesOnWithoutTheBrokersJournal() throws Exception {
    try (HubWorld world = new HubWorld(folder)) {
      try (RunningHub hub = world.start()) {
        world.taken("BL-0", "COMMUNE_CASH", 2);
        world.areDue("BL-0");
        await().atMost(SOON).untilAsserted(() -> assertThat(world.batches()).containsExactly("SENT"));
      }
      world.closePartners();
      try (RunningHub hub = world.start("hub.poll.recovery=1h")) {
        world.taken("BL-1", "BANK", 3);
        world.taken("BL-2", "POST_CASH", 2);
        hub.bean(DueMessages.class).queueAgain();
        world.areDue("BL-1", "BL-2");
        await().atMost(SOON).until(() -> world.batches().stream().filter("IN_DOUBT"::equals).count() == 2);
      }
      world.taken("BL-3", "BANK", 2);
      world.sql().update("delete from outbox");
      assertThat(FileSystemUtils.deleteRecursively(world.broker())).isTrue();
      world.openPartners();
      try (RunningHub hub = world.start()) {
        world.areDue("BL-3");
        await().atMost(SOON).untilAsserted(() -> assertThat(world.batches()).hasSize(4).containsOnly("SENT"));
      }
      assertThat(world.received("agribank", "in")).hasSize(2);
      assertThat(world.received("buu-dien", "BD2511/in")).hasSize(1);
      assertThat(world.sftp().breaches()).isEmpty();
    }
  }
}
