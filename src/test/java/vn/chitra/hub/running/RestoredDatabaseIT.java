package vn.chitra.hub.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.sim.DatabaseAccess;

/** Money rule 11: the hub's database is restored by a day. */
class RestoredDatabaseIT {

  /** Longer than a lost send keeps its lease (2 minutes) and a silent server its connection (1 minute). */
  private static final Duration SOON = Duration.ofMinutes(8);
  private static final Duration USUALLY = Duration.ofSeconds(60);
  private static final Actor LAN = new Actor("lan", Role.OPERATOR);
  private static final Actor HUNG = new Actor("hung", Role.APPROVER);

  @TempDir
  Path folder;

  @Test
  void sendsNothingUntilTwoPersonsReleaseItAndThenPaysNobodyTwice() throws Exception {
    try (HubWorld world = new HubWorld(folder)) {
      DatabaseAccess yesterday = twoDays(world);
      world.restore(yesterday);
      world.taken("BL-2", "BANK", 2);   // taken again from the welfare database
      world.taken("BL-3", "BANK", 4);
      world.taken("BL-4", "POST_CASH", 1);
      try (RunningHub hub = world.start()) {
        world.areDue("BL-2", "BL-3", "BL-4");
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
          assertThat(world.received("agribank", "in")).hasSize(2);
          assertThat(world.received("buu-dien", "BD2511/in")).isEmpty();
        });
        assertThat(world.sql().queryForList("select kind from case_record where state = 'OPEN'", String.class))
            .contains("RESTORED_DATABASE");
        assertThat(world.sql().queryForObject("select max(seq) from batch", Integer.class)).isEqualTo(1);
        released(hub);
        await().atMost(SOON).untilAsserted(() -> assertThat(world.sql()
            .queryForList("select partner || ' ' || seq || ' ' || state || ' ' || payment_count from batch where seq is not null order"
                + " by 1",
                String.class)).containsExactly("agribank 1 SENT 3", "agribank 2 SENT 2", "agribank 3 SENT 4", "buu-dien 1 SENT 1"));
      }
      assertThat(paidBy(world)).hasSize(9).doesNotHaveDuplicates();
      assertThat(world.sql()
          .queryForList("select distinct b.seq from payment l join payout p using (payout_id) join batch b using (batch_id)"
          + " where p.payroll_id = 'BL-2'", Integer.class)).containsExactly(2);
      assertThat(world.sftp().breaches()).isEmpty();
      try (RunningHub again = world.start()) {
        await().atMost(SOON).untilAsserted(() -> assertThat(again.due()).doesNotContainKeys("batches to send", "batches to build"));
        assertThat(world.sql().queryForObject("select open from send_gate", Boolean.class)).isTrue();
      }
    }
  }

  /** Gives the database as it was after the first. */
  private static DatabaseAccess twoDays(HubWorld world) {
    try (RunningHub hub = world.start()) {
      world.taken("BL-1", "BANK", 3);
      world.areDue("BL-1");
      firstIsSent(world);
    }
    DatabaseAccess yesterday = world.backup();
    try (RunningHub hub = world.start()) {
      world.taken("BL-2", "BANK", 2);
      world.areDue("BL-2");
      await().atMost(SOON).untilAsserted(() -> assertThat(world.batches()).containsExactly("SENT", "SENT"));
    }
    return yesterday;
  }

  /** The first connections of the process have once stood still for minutes: then the threads say where. */
  private static void firstIsSent(HubWorld world) {
    try {
      await().atMost(USUALLY).untilAsserted(() -> assertThat(world.batches()).containsExactly("SENT"));
    } catch (ConditionTimeoutException late) {
      Thread.getAllStackTraces().forEach((thread, frames) -> System.err.println(thread + " " + thread.getState() + "\n    "
          + Stream.of(frames).map(StackTraceElement::toString).collect(Collectors.joining("\n    "))));
      await().atMost(SOON).untilAsserted(() -> assertThat(world.batches()).containsExactly("SENT"));
    }
  }

  private static void released(RunningHub hub) {
    Repairs repairs = hub.bean(Repairs.class);
    Outcome proposed = repairs.request(LAN, RepairAction.RELEASE_RESTORED, "hub", "", "Đã so số và mã băm với từng đối tác");
    assertThat(proposed).isInstanceOfSatisfying(Outcome.Proposed.class,
        one -> assertThat(one.words()).contains("agribank PAYMENT: nhật ký đến số 2, cơ sở dữ liệu đến số 1", "các mã băm chung khớp"));
    long number = ((Outcome.Proposed) proposed).proposalId();
    assertThat(repairs.approve(new Actor("lan", Role.APPROVER), number)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.approve(HUNG, number)).isInstanceOf(Outcome.Done.class);
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
}
