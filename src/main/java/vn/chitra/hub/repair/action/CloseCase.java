package vn.chitra.hub.repair.action;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.DecidedCases;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Word;

/** Closes a case that a person has settled; refused while the hub still sees a cause that waits for a decision. */
@Component
class CloseCase implements RepairActionHandler {

  private static final String STANDS = SqlText.of("repair/case-stands");
  private static final List<String> LOCK_SUBJECT = List.of(SqlText.of("repair/lock-subject/payroll"),
      SqlText.of("repair/lock-subject/batch"), SqlText.of("repair/lock-subject/payout"));
  private static final String LOCK = "select kind from case_record where case_id = :case and state = 'OPEN' for update";

  private final JdbcClient jdbc;
  private final DecidedCases cases;

  CloseCase(JdbcClient jdbc, DecidedCases cases) {
    this.jdbc = jdbc;
    this.cases = cases;
  }

  @Override
  public RepairAction action() {
    return RepairAction.CLOSE_CASE;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<Long> number = Ids.number(id);
    number.ifPresent(one -> LOCK_SUBJECT.forEach(lock -> jdbc.sql(lock).param("case", one).query(rs -> { })));
    List<String> open = number.isEmpty() ? List.of() : jdbc.sql(LOCK).param("case", number.get()).query(String.class).list();
    if (open.isEmpty()) {
      return Preview.Impossible.because("Không có vụ việc số %s đang mở.", "There is no open case %s.", id);
    }
    if (jdbc.sql(STANDS).param("case", number.get()).query(Boolean.class).single()) {
      return Preview.Impossible.because("Vụ việc còn nguyên nhân: cần quyết định việc ấy trước, vụ việc sẽ tự đóng.",
          "The cause of the case stands: decide about that first, the case closes by itself.");
    }
    return new Preview.Possible(1, 0, Word.of("%s.", "%s.", CaseKind.valueOf(open.get(0)).word()));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    cases.close(Long.parseLong(id), by.login(), reason);
  }
}
