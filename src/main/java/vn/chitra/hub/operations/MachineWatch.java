package vn.chitra.hub.operations;

import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;

/** Opens a case for a trouble of the hub's own machine or rights that stops work without an exception, and closes it when it has ended. */
@Component("machineWatch")
public class MachineWatch {

  private static final long MEGABYTE = 1L << 20;
  private static final String DISK = "machine:disk";
  private static final String WELFARE = "database:welfare";

  private final FreeDisk disk;
  private final WelfareRights rights;
  private final Cases cases;

  MachineWatch(FreeDisk disk, WelfareRights rights, Cases cases) {
    this.disk = disk;
    this.rights = rights;
    this.cases = cases;
  }

  /** Little room on the disk. */
  public void watchDisk() {
    FreeDisk.Space space = disk.now();
    if (space.scarce()) {
      cases.open(NewCase.about(CaseKind.DISK_SHORT, DISK, "Ổ đĩa của hub.data-dir còn " + space.free() / MEGABYTE + " MB. "
          + (space.brokerStands() ? "Hàng đợi đã đứng: không tệp nào đi hay được xử lý, không phải lỗi của đối tác."
              : "Hết chỗ thì hàng đợi đứng, không tệp nào đi.") + " Thêm chỗ là hub tự chạy tiếp."));
    } else {
      cases.autoClose(CaseKind.DISK_SHORT, DISK, "đã có chỗ");
    }
  }

  /** Rights that the hub's login in the welfare database has not; a database that is away is no matter of rights. */
  public void watchWelfareRights() throws SQLException {
    List<String> missing = rights.missing();
    if (missing.isEmpty()) {
      cases.autoClose(CaseKind.WELFARE_RIGHTS, WELFARE, "đã đủ quyền");
    } else {
      cases.open(NewCase.about(CaseKind.WELFARE_RIGHTS, WELFARE, "Tài khoản của hub thiếu quyền: " + String.join(", ", missing) + "."));
    }
  }
}
