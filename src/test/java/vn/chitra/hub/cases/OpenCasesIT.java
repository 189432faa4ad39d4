package vn.chitra.hub.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.support.MovableClock;

class OpenCasesIT {

  @Test
  void thoseOfTheSubjectsAreFoundAboutWhichACaseOfTheKindIsOpen() {
    MovableClock clock = new MovableClock("2026-11-05T02:00:00Z");
    Cases cases = new JdbcCases(new NamedParameterJdbcTemplate(new WelfareFixture().hub),
        new CaseDeadlines((from, days) -> from.plus(days, ChronoUnit.DAYS), clock), clock);
    cases.openAll(List.of(about(CaseKind.WELFARE_ROW_REFUSED, "payroll:A"), about(CaseKind.WELFARE_ROW_REFUSED, "payroll:B"),
        about(CaseKind.WELFARE_ROW_REFUSED, "payroll:C"), about(CaseKind.PAYROLL_NOT_TAKEN, "payroll:D")));
    cases.autoClose(CaseKind.WELFARE_ROW_REFUSED, "payroll:B", "đã nhận");
    assertThat(cases.openOnes(CaseKind.WELFARE_ROW_REFUSED, List.of("payroll:A", "payroll:B", "payroll:D", "payroll:E")))
        .containsExactly("payroll:A");
    assertThat(cases.openOnes(CaseKind.WELFARE_ROW_REFUSED, List.of())).isEmpty();
  }

  private static NewCase about(CaseKind kind, String subject) {
    return NewCase.about(kind, subject, "bằng chứng");
  }
}
