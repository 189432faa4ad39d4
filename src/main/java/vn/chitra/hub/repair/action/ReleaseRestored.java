package vn.chitra.hub.repair.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.GateComparison;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

/** Opens the send gate after a database or an archive was restored, once both sides have the same content (money rule 11). */
@Component
class ReleaseRestored implements RepairActionHandler {

  private final SendGate gate;

  ReleaseRestored(SendGate gate) {
    this.gate = gate;
  }

  @Override
  public RepairAction action() {
    return RepairAction.RELEASE_RESTORED;
  }

  @Override
  public Preview look(String id, String parameter) {
    if (!id.equals(SendGate.DATABASE) || !gate.isStopped()) {
      return new Preview.Impossible("Không có cơ sở dữ liệu " + id + " đang ngừng gửi.");
    }
    try {
      GateComparison seen = gate.difference();
      return seen.clashes().isEmpty() ? new Preview.Possible(seen.files(), gate.forgottenVnd(seen), seen.words())
          : new Preview.Impossible("Hai bên có số mang nội dung khác nhau, cần kỹ thuật xem trước: " + seen.words());
    } catch (IOException e) {
      throw new UncheckedIOException("the archive does not hold what its journal names", e);
    }
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    try {
      gate.release();
    } catch (IOException e) {
      throw new UncheckedIOException("the archive does not hold what its journal names", e);
    }
  }
}
