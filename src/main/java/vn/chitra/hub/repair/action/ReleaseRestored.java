package vn.chitra.hub.repair.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.GateComparison;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

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
      return Preview.Impossible.because("Không có cơ sở dữ liệu %s đang ngừng gửi.",
          "There is no database %s that has stopped sending.", id);
    }
    try {
      GateComparison seen = gate.difference();
      return seen.clashes().isEmpty() ? new Preview.Possible(seen.files(), gate.forgottenVnd(seen), new Word(seen.words(), seen.words()))
          : Preview.Impossible.because("Hai bên có số mang nội dung khác nhau, cần kỹ thuật xem trước: %s",
              "Numbers have different contents on both sides, an engineer has to look first: %s", seen.words());
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
