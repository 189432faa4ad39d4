package vn.chitra.hub.welfare.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;

/**
 * The rows that the welfare database refuses: each payroll has one case, open until nothing of the payroll is refused any more. Kept in
 * memory; after a restart the cases of an earlier run end when every kind of row was written once.
 */
@Component
class RefusedRows {

  private static final String WELFARE = "welfare";
  /** Classes of SQLSTATE that speak of a row: data, integrity, its trigger's own error, a view's check. */
  private static final List<String> OF_A_ROW = List.of("22", "23", "P0", "44");

  /** The kinds of rows that are written back. */
  enum Kind { RECEIPTS, REFUSALS, FUNDING_NEEDS, RESULTS }

  private final Cases cases;
  private final Map<Kind, Map<String, NewCase>> refused = new EnumMap<>(Kind.class);
  private boolean known;

  RefusedRows(Cases cases) {
    this.cases = cases;
  }

  /** One row that was not taken. @param state SQLSTATE, @param constraint null where no constraint is named */
  record Refusal(Map<String, Object> row, String state, @Nullable String constraint) {}

  /** The refusal where the error speaks of the row itself; empty for an error of the connection, of rights or of the statement. */
  static Optional<Refusal> of(Map<String, Object> row, DataAccessException error) {
    for (Throwable one = error; one != null; one = one.getCause()) {
      if (one instanceof SQLException sql && sql.getSQLState() != null
          && OF_A_ROW.stream().anyMatch(sql.getSQLState()::startsWith)) {
        return Optional.of(new Refusal(row, sql.getSQLState(), constraint(sql)));
      }
    }
    return Optional.empty();
  }

  /** A batch's error holds the server's own one as its cause. */
  private static @Nullable String constraint(SQLException error) {
    for (Throwable one = error; one != null; one = one.getCause()) {
      if (one instanceof PSQLException own) {
        ServerErrorMessage message = own.getServerErrorMessage();
        return message == null ? null : message.getConstraint();
      }
    }
    return null;
  }

  /** A run wrote everything of the kind that was due, but these. Opens and closes cases; call it outside of any transaction. */
  synchronized void after(Kind kind, List<Refusal> refusals) {
    Map<String, List<Refusal>> byPayroll = new LinkedHashMap<>();
    refusals.forEach(one -> byPayroll.computeIfAbsent(String.valueOf(one.row().get("payroll_id")), id -> new ArrayList<>()).add(one));
    Map<String, NewCase> now = new LinkedHashMap<>();
    byPayroll.forEach((payroll, rows) -> now.put("payroll:" + payroll, about(kind, payroll, rows)));
    boolean news = !now.keySet().equals(refused.getOrDefault(kind, Map.of()).keySet());
    refused.put(kind, now);
    cases.openAll(now.values());
    if (refused.size() == Kind.values().length && (news || !known)) {
      known = true;
      cases.autoCloseOthers(CaseKind.WELFARE_ROW_REFUSED, WELFARE, refused.values().stream().flatMap(one -> one.keySet().stream()).toList(),
          "cơ sở dữ liệu trợ cấp đã nhận");
    }
  }

  private static NewCase about(Kind kind, String payroll, List<Refusal> rows) {
    Refusal first = rows.get(0);
    Object line = first.row().get("line_no");
    return NewCase.about(CaseKind.WELFARE_ROW_REFUSED, "payroll:" + payroll, "Cơ sở dữ liệu trợ cấp không nhận " + rows.size() + " dòng "
        + words(kind) + " của bảng " + payroll + (line == null ? "" : ", dòng đầu " + line) + " (SQLSTATE " + first.state()
        + (first.constraint() == null ? "" : ", ràng buộc " + first.constraint()) + "). Các dòng khác đã ghi; hub thử lại ở mỗi lượt.")
        .atPartner(WELFARE).over(rows.size(), null);
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case RECEIPTS -> "biên nhận";
      case REFUSALS -> "từ chối";
      case FUNDING_NEEDS -> "nhu cầu tiền";
      case RESULTS -> "kết quả";
    };
  }
}
