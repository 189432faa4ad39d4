package vn.chitra.hub.inbound.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.inbound.PaymentStatuses;

/** Cases out of staged lines: one a file and kind where the file is the matter, one a payout where the person is. */
@Component
class StatusCases {

  private static final String INTO = """
      insert into case_record (kind, subject, partner, file_id, line_no, field, evidence, item_count, amount_vnd, state, opened_at, due_at)
      """;
  private static final String ONCE = """

      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""";

  /** Names the first lines only; the archived file has the rest. A stranger's sums may be beyond any money: fifteen digits say so. */
  private static final String OF_FILE = INTO + """
      select :kind, 'file:' || :file, :partner, :file, min(s.line_no), :field,
        :words || ': ' || count(*) || ' dòng, các dòng đầu ' || (select string_agg(x.line_no::text, ', ' order by x.line_no)
          from (select line_no from staged_status where %1$s order by line_no limit 10) x),
        count(*), least(sum(s.amount_vnd), 999999999999999), 'OPEN', :now, :due
      from staged_status s where %1$s having count(*) > 0""" + ONCE;

  private static final String OF_PAYOUT = INTO + """
      select s.case_kind, 'payout:' || l.payout_id, :partner, :file, s.line_no, null,
        'Mã chi trả ' || l.end_to_end_id || ': đối tác ' || case s.reason_code when 'MAYBE_DECEASED'
          then 'nêu nhiều lý do hoặc ghi bằng lời, có thể người nhận đã mất' else 'báo mã ' || coalesce(s.code, '') end
          || ', khoản chi đang ở ' || l.state,
        1, l.amount_vnd, 'OPEN', :now, :due
      from staged_status s join payment l using (payment_id) where s.case_kind in ('PAYEE_DECEASED', 'PAYMENT_RETURNED')
        and s.effect = 'APPLIED'""" + ONCE;

  private final NamedParameterJdbcTemplate named;
  private final Clock businessClock;

  StatusCases(NamedParameterJdbcTemplate named, Clock businessClock) {
    this.named = named;
    this.businessClock = businessClock;
  }

  void unknownLines(PaymentStatuses.Scope scope) {
    ofFile(scope, CaseKind.LINE_UNKNOWN, "mã chi trả", "payment_id is null");
  }

  void ofStatuses(PaymentStatuses.Scope scope) {
    ofFile(scope, CaseKind.AMOUNT_DIFFERS, "số tiền", "effect = 'AMOUNT_DIFFERS'");
    ofFile(scope, CaseKind.CODE_UNKNOWN, "trạng thái",
        "payment_id is not null and effect <> 'AMOUNT_DIFFERS' and (case_kind = 'CODE_UNKNOWN'"
        + " or effect = 'CODE_UNKNOWN' and coalesce(case_kind, '') not in ('OUTCOME_UNKNOWN', 'STATUS_CONTRADICTS'))");
    for (CaseKind kind : new CaseKind[] {CaseKind.FUNDS_SHORT_FOR_PAYMENT, CaseKind.OUTCOME_UNKNOWN, CaseKind.STATUS_CONTRADICTS}) {
      ofFile(scope, kind, "trạng thái", "payment_id is not null and effect <> 'AMOUNT_DIFFERS' and case_kind = '" + kind + "'");
    }
    if (!scope.provisional()) {
      named.update(OF_PAYOUT, parameters(scope, CaseKind.PAYEE_DECEASED, "", ""));
    }
  }

  private void ofFile(PaymentStatuses.Scope scope, CaseKind kind, String field, String which) {
    named.update(OF_FILE.formatted(which), parameters(scope, kind, field, kind.title()));
  }

  private MapSqlParameterSource parameters(PaymentStatuses.Scope scope, CaseKind kind, String field, String words) {
    return new MapSqlParameterSource("kind", kind.name()).addValue("file", scope.fileId()).addValue("partner", scope.partner())
        .addValue("field", field).addValue("words", words).addValue("now", Timestamp.from(businessClock.instant()))
        .addValue("due", Timestamp.from(businessClock.instant().plus(kind.dueWithin())));
  }
}
