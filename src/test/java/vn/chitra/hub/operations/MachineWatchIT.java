package vn.chitra.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;
import vn.chitra.hub.account.opening.OpeningSql;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.welfare.jdbc.WelfareSql;

/** Troubles of the hub's own machine and rights that stop work without an exception. */
class MachineWatchIT {

  private static final long MEGABYTE = 1L << 20;
  private static JdbcTemplate owner;
  private static WelfareRights rights;

  @TempDir
  Path folder;

  private final KeptCases cases = new KeptCases();
  private long free = 10_000 * MEGABYTE;

  @BeforeAll
  static void aWelfareDatabase() throws IOException {
    EmbeddedDatabases.Welfare welfare = EmbeddedDatabases.temporary().freshWelfare();
    owner = new JdbcTemplate(welfare.owner().dataSource());
    FileSystemResource statements = new FileSystemResource("mappings/welfare-db/");
    rights = new WelfareRights(welfare.guest().dataSource(), WelfareSql.from(statements), OpeningSql.from(statements));
  }

  @BeforeEach
  void everythingIsGranted() {
    owner.execute("grant usage on schema welfare to hub_guest");
    owner.execute("grant select on all tables in schema welfare to hub_guest");
    owner.execute("grant insert, update on welfare.payout_result to hub_guest");
  }

  @Test
  void theContractsRightsAreEnough() throws SQLException {
    assertThat(rights.missing()).isEmpty();
    watch().watchWelfareRights();
    assertThat(cases.open).isEmpty();
  }

  @Test
  void aMissingGrantIsNamedAndItsCaseEndsWithTheGrant() throws SQLException {
    owner.execute("revoke update on welfare.payout_result from hub_guest");
    owner.execute("revoke select on welfare.payroll from hub_guest");
    assertThat(rights.missing()).containsExactly("UPDATE welfare.payout_result", "SELECT welfare.payroll");
    watch().watchWelfareRights();
    assertThat(cases.open).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo(CaseKind.WELFARE_RIGHTS);
      assertThat(one.evidence()).contains("SELECT welfare.payroll", "UPDATE welfare.payout_result");
    });
    everythingIsGranted();
    watch().watchWelfareRights();
    assertThat(cases.open).isEmpty();
  }

  @Test
  void aRightOnTheColumnsIsARight() throws SQLException {
    owner.execute("revoke select on welfare.payroll from hub_guest");
    owner.execute("grant select (payroll_id, status) on welfare.payroll to hub_guest");
    assertThat(rights.missing()).isEmpty();
  }

  @Test
  void aSchemaThatIsClosedLacksEverything() throws SQLException {
    owner.execute("revoke usage on schema welfare from hub_guest");
    assertThat(rights.missing()).contains("SELECT welfare.payroll", "INSERT welfare.payroll_receipt", "UPDATE welfare.payout_result");
  }

  @Test
  void littleSpaceIsACaseUntilThereIsMoreAgain() {
    watch().watchDisk();
    assertThat(cases.open).isEmpty();
    free = 1_500 * MEGABYTE;
    watch().watchDisk();
    assertThat(cases.open).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo(CaseKind.DISK_SHORT);
      assertThat(one.evidence()).contains("1500 MB").doesNotContain("Hàng đợi đã đứng");
    });
    free = 10_000 * MEGABYTE;
    watch().watchDisk();
    assertThat(cases.open).isEmpty();
    free = 100 * MEGABYTE;
    watch().watchDisk();
    assertThat(cases.open.get(0).evidence()).contains("Hàng đợi đã đứng", "không phải lỗi của đối tác");
  }

  @Test
  void theDiskOfTheDataFolderIsMeasured() {
    assertThat(new FreeDisk(settings()).now().free()).isPositive();
  }

  private MachineWatch watch() {
    return new MachineWatch(new FreeDisk(settings()) {
      @Override
      long usable(Path measured) {
        return free;
      }
    }, rights, cases);
  }

  private DiskSettings settings() {
    return new DiskSettings(folder, new DiskSettings.Disk(DataSize.ofMegabytes(512), DataSize.ofGigabytes(2)));
  }

  private static final class KeptCases implements Cases {

    private final List<NewCase> open = new ArrayList<>();

    @Override
    public void openAll(Collection<NewCase> cases) {
      open.addAll(cases);
    }

    @Override
    public Set<String> openOnes(CaseKind kind, Collection<String> subjects) {
      throw new UnsupportedOperationException("the machine's cases are opened or closed at each look");
    }

    @Override
    public void autoCloseAll(CaseKind kind, Collection<String> subjects, String resolution) {
      open.removeIf(one -> one.kind() == kind && subjects.contains(one.subject()));
    }

    @Override
    public void autoCloseOthers(CaseKind kind, String partner, Collection<String> remaining, String resolution) {
      throw new UnsupportedOperationException("the machine is no partner");
    }
  }
}
