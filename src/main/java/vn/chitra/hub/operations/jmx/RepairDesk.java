package vn.chitra.hub.operations.jmx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.ConsoleActor;
import vn.chitra.hub.operations.query.DeadLetterLists;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.Proposal;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;

/** The actions of persons on the console. The actor is the login that the server has authenticated; a call without one does nothing. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Repairs", description = "Việc của người: đề nghị, duyệt, đóng vụ việc")
public class RepairDesk {

  private final Repairs repairs;
  private final DeadLetterLists letters;

  RepairDesk(Repairs repairs, DeadLetterLists letters) {
    this.repairs = repairs;
    this.letters = letters;
  }

  @ManagedAttribute(description = "Các việc có thể làm; việc động đến tiền cần người thứ hai duyệt")
  public Map<String, String> getActions() {
    return Arrays.stream(RepairAction.values()).collect(Collectors.toMap(RepairAction::name,
        action -> action.title() + " [" + action.subject() + "]" + (action.movesMoney() ? " – hai người" : " – một người"), (a, b) -> a,
        LinkedHashMap::new));
  }

  @ManagedAttribute(description = "Đề nghị đang chờ duyệt")
  public List<Map<String, String>> getWaiting() {
    return repairs.waiting().stream().map(RepairDesk::shown).toList();
  }

  @ManagedAttribute(description = "Thông điệp chết và lý do; cho xử lý lại bằng REDRIVE_DEAD_LETTERS")
  public List<Map<String, String>> getDeadLetters() {
    return letters.all().stream().map(RepairDesk::shown).toList();
  }

  private static Map<String, String> shown(DeadLetterLists.DeadLetter letter) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("hàng đợi", letter.queue());
    row.put("thông điệp", letter.body());
    row.put("lý do", letter.reason().map(one -> one + ": " + one.title()).orElse("không rõ"));
    row.put("lỗi", letter.exception());
    row.put("số lần thử", letter.attempts());
    return row;
  }

  @ManagedOperation(description = "Làm ngay việc một người, hoặc đề nghị việc hai người")
  @ManagedOperationParameter(name = "action", description = "tên việc, xem thuộc tính Actions")
  @ManagedOperationParameter(name = "id", description = "số khoản chi, số tệp, mã bảng, số vụ việc hoặc tên hàng đợi")
  @ManagedOperationParameter(name = "parameter",
      description = "kênh khi chi lại (BANK, POST_CASH, COMMUNE_CASH); mã chi trả khi khớp tay; việc khác để trống")
  @ManagedOperationParameter(name = "reason", description = "lý do; không ghi số định danh, số tài khoản")
  public String request(String action, String id, String parameter, String reason) {
    Optional<RepairAction> known = Arrays.stream(RepairAction.values()).filter(one -> one.name().equals(action.strip())).findFirst();
    return known.map(one -> as(actor -> repairs.request(actor, one, id.strip(), parameter == null ? "" : parameter.strip(), reason)))
        .orElse("TỪ CHỐI: không có việc " + Shown.words(action) + ".");
  }

  @ManagedOperation(description = "Người thứ hai duyệt một đề nghị; việc được làm ngay")
  @ManagedOperationParameter(name = "proposal", description = "số đề nghị")
  public String approve(long proposal) {
    return as(actor -> repairs.approve(actor, proposal));
  }

  @ManagedOperation(description = "Bỏ một đề nghị")
  @ManagedOperationParameter(name = "proposal", description = "số đề nghị")
  @ManagedOperationParameter(name = "reason", description = "lý do")
  public String reject(long proposal, String reason) {
    return as(actor -> repairs.reject(actor, proposal, reason));
  }

  private static String as(Function<Actor, Outcome> action) {
    Optional<Actor> actor = ConsoleActor.current();
    if (actor.isEmpty()) {
      return "TỪ CHỐI: chỉ làm được qua cổng điều khiển, sau khi đăng nhập.";
    }
    try {
      Outcome outcome = action.apply(actor.get());
      return outcome instanceof Outcome.Refused ? "TỪ CHỐI: " + outcome.words() : outcome.words();
    } catch (ConcurrencyFailureException e) {
      return "TỪ CHỐI: dữ liệu vừa thay đổi cùng lúc; hãy thử lại.";
    }
  }

  private static Map<String, String> shown(Proposal proposal) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("số", String.valueOf(proposal.id()));
    shown.put("việc", proposal.action().title());
    shown.put("về", proposal.subject() + (proposal.parameter().isEmpty() ? "" : " → " + proposal.parameter()));
    shown.put("số khoản", String.valueOf(proposal.items()));
    shown.put("đồng", Shown.dong(proposal.dong()));
    shown.put("lý do", Shown.words(proposal.reason()));
    shown.put("người đề nghị", proposal.proposedBy());
    return shown;
  }
}
