package vn.chitra.hub.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.camel.BatchSteps;

/** Two hub processes on one database, one broker and one archive. */
class TwoAtOnceIT {

  /** Longer than a lost send keeps its lease (2 minutes) and a silent server its connection (1 minute). */
  private static final Duration SOON = Duration.ofMinutes(4);

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"while it writes", "while it renames"})
  void oneFallsAsleepInASendTheOtherTakesOverAndTheFirstWakes(String asleep) throws Exception {
    Sleep sleep = new Sleep(asleep.endsWith("renames"));
    try (HubWorld world = new HubWorld(folder)) {
      world.sftp().watchedBy(sleep);
      try (RunningHub first = world.start("spring.artemis.embedded.server-id=71")) {
        world.taken("BL-1", "BANK", 3);
        world.areDue("BL-1");
        assertThat(sleep.began.await(60, TimeUnit.SECONDS)).isTrue();
        try (RunningHub second = world.startBeside("spring.artemis.mode=native", "spring.artemis.broker-url=vm://71")) {
          takesOver(world, second);
          sleep.over.countDown();
          world.taken("BL-2", "BANK", 5);
          world.taken("BL-3", "POST_CASH", 4);
          world.taken("BL-4", "COMMUNE_CASH", 4);
          world.areDue("BL-2", "BL-3", "BL-4");
          await().atMost(SOON).untilAsserted(() -> assertThat(world.batches()).hasSize(4).containsOnly("SENT"));
        } finally {
          sleep.over.countDown();
        }
      }
      assertThat(world.sftp().breaches()).isEmpty();
      assertThat(world.received("agribank", "in")).hasSize(2);
      assertThat(paidBy(world)).hasSize(8).doesNotHaveDuplicates();
      assertThat(world.received("buu-dien", "BD2511/in")).hasSize(1);
      assertThat(world.received("xa", "04792/di")).hasSize(1);
      assertThat(world.sql().queryForObject("select count(*) from case_record where kind like 'BATCH%'", Integer.class)).isZero();
      assertThat(Files.readAllLines(world.archive().resolve("sent.journal"))).hasSize(5);
    }
  }

  /** Its start has put the send in doubt; the message may still lie with the one that sleeps. */
  private static void takesOver(HubWorld world, RunningHub second) {
    BatchSteps steps = second.bean(BatchSteps.class);
    Upload again = steps.begin(world.sql().queryForObject("select min(batch_id)::text from batch where seq = 1", String.class));
    if (again != null) {
      steps.settle(second.bean(ProducerTemplate.class).requestBody("partner-upload:sftp", again, UploadAttempt.class));
    }
    await().atMost(SOON).untilAsserted(() -> assertThat(world.sql()
        .queryForList("select state || ' ' || upload_attempt from batch where seq = 1", String.class)).containsExactly("SENT 2"));
  }

  private static List<String> paidBy(HubWorld world) throws IOException {
    List<String> ids = new ArrayList<>();
    for (Path file : world.received("agribank", "in")) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.filter(line -> line.startsWith("D|")).forEach(line -> ids.add(line.split("\\|")[2]));
      }
    }
    return ids;
  }

  /** Stops the first client once: in the middle of its first file, or when it asks for the file's name. */
  private static final class Sleep implements SftpEventListener {

    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final boolean inRename;

    Sleep(boolean inRename) {
      this.inRename = inRename;
    }

    @Override
    public void writing(ServerSession session, String remoteHandle, FileHandle handle, long offset, byte[] data, int dataOffset,
        int length) {
      if (!inRename) {
        sleep();
      }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) {
      if (inRename) {
        sleep();
      }
    }

    private void sleep() {
      if (began.getCount() == 0) {
        return;
      }
      began.countDown();
      try {
        over.await(2, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
