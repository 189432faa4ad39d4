package vn.chitra.hub.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payroll.FindingKind;
import vn.chitra.hub.payroll.TakePayroll;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;

/** What the policy wants held is held by intake, as everything else that intake holds; the shipped policy holds nothing. */
class HoldAtIntakeIT {

  private static final String NOV = DryRunHub.NOV;
  private static final String HOLDING = "--hub.mappings=file:" + mappings() + "/";

  private DryRunHub hub;

  @BeforeEach
  void october() {
    hub = DryRunHub.begin(HOLDING).october(6);
  }

  /** The shipped mappings, with two kinds of finding that hold. */
  private static Path mappings() {
    try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
      Path folder = Files.createTempDirectory("mappings-");
      for (Path file : files.sorted().toList()) {
        Path target = folder.resolve(Path.of("mappings").relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
      Path policy = folder.resolve("payroll-comparison.yaml");
      Files.writeString(policy, Files.readString(policy).replace("amount-changed: { effect: warn,", "amount-changed: { effect: hold,")
          .replace("shared-account: { effect: warn,", "shared-account: { effect: hold,"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void november() {
    hub.account(5, "2700205900001").account(6, "2700205900001");
    hub.welfare.payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").line(NOV, 2, 2, "REGULAR", "2026-11", "2026-11", 900_000)
        .line(NOV, 3, 2, "ARREARS", "2026-05", "2026-06", 100_000).regular(NOV, 4, 5, "2026-11").regular(NOV, 5, 6, "2026-11").approve(NOV);
  }

  @Test
  void payoutsAreHeldWithOneCaseForEachCause() {
    november();
    List<String> foretold = new ArrayList<>();
    hub.run(NOV, result -> {
      result.forEachHeld(Integer.MAX_VALUE, one -> foretold.add(one.lineNo() + " " + one.reason()));
      return result.decided();
    });

    hub.taken(NOV);

    assertThat(held()).containsExactly("2 AMOUNT_CHANGED", "3 AMOUNT_CHANGED", "4 SHARED_ACCOUNT", "5 SHARED_ACCOUNT").isEqualTo(foretold);
    assertThat(hub.jdbc.queryForList("select cause || ' ' || item_count from case_record where kind = 'PAYOUT_HELD' and state = 'OPEN'"
        + " order by cause", String.class)).containsExactly("AMOUNT_CHANGED 2", "SHARED_ACCOUNT 2");
    assertThat(hub.jdbc.queryForList("select evidence from case_payout order by payout_id", String.class).get(0))
        .isEqualTo("Bảng " + NOV + ", dòng 2: Mỗi tháng 900000 đồng, tháng trước 500000 đồng.");
    assertThat(hub.jdbc.queryForObject("select count(*) from payment join payout p using (payout_id) where p.current_payroll_id = ?",
        Integer.class, NOV)).isEqualTo(1);
  }

  /** Two persons look at it and let it be paid. */
  @Test
  void twoPersonsLetAHeldPayoutGo() {
    november();
    hub.taken(NOV);
    long payout = hub.jdbc.queryForObject("select payout_id from payout where current_payroll_id = ? and current_line_no = 2", Long.class,
        NOV);
    Repairs repairs = hub.bean(Repairs.class);

    Outcome proposed = repairs.request(new Actor("lan", Role.OPERATOR), RepairAction.PLAN_AGAIN, String.valueOf(payout), "",
        "Đã xem quyết định");
    assertThat(held()).contains("2 AMOUNT_CHANGED");
    repairs.approve(new Actor("hung", Role.APPROVER), ((Outcome.Proposed) proposed).proposalId());

    assertThat(held()).doesNotContain("2 AMOUNT_CHANGED");
    assertThat(hub.jdbc.queryForObject("select count(*) from payment where payout_id = ? and state = 'PLANNED'", Integer.class, payout))
        .isEqualTo(1);
  }

  @Test
  void theShippedPolicyHoldsNothing() {
    hub = DryRunHub.begin().october(6);
    november();
    assertThat(hub.found(FindingKind.AMOUNT_CHANGED)).isNotEmpty();

    hub.bean(TakePayroll.class).take(NOV);
    hub.bean(PlanPayroll.class).plan(NOV);

    assertThat(held()).isEmpty();
  }

  private List<String> held() {
    return hub.jdbc.queryForList("select current_line_no || ' ' || hold_reason from payout where current_payroll_id = ? and state = 'HELD'"
        + " order by current_line_no", String.class, NOV);
  }
}
