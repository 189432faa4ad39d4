package vn.chitra.hub.cases;

/** The kinds of case that a person must decide; each has its page in {@code docs/operations/cases}. */
public enum CaseKind {
  PAYROLL_TOTALS("Tổng số trên đầu bảng không khớp các dòng", 1),
  PAYROLL_NOT_TAKEN("Không nhận được bảng vì lỗi kỹ thuật", 1),
  PAYROLL_WITHDRAWN("Bảng bị rút sau khi đã gửi một phần", 1),
  PAYOUT_HELD("Khoản chi tạm giữ, chờ người quyết định", 3),
  CHANGED_AFTER_SENDING("Nhân thân hoặc tài khoản thay đổi sau khi đã gửi", 1),
  UNCOLLECTED_THREE_MONTHS("Ba tháng liền không nhận tiền mặt", 10),
  FILE_NOT_UNDERSTOOD("Tệp của đối tác không đọc được", 1),
  FILE_SIGNATURE_WRONG("Tệp của ngân hàng không mở được hoặc không đúng chữ ký", 1),
  FILE_TOO_LARGE("Tệp của đối tác vượt giới hạn kích thước", 1),
  INBOX_UNREADABLE("Máy chủ của đối tác không cho đọc tệp hoặc thư mục", 1),
  LOGIN_REFUSED("Không đăng nhập được máy chủ của đối tác hoặc máy chủ thư", 1),
  FILE_NOT_MOVED("Không chuyển được tệp đã nhận vào done/", 1),
  FILE_CONFLICT("Cùng tên, cùng lần nhưng nội dung khác", 1),
  FILE_UNKNOWN_BATCH("Trả lời cho tệp mà hệ thống không gửi", 1),
  LINE_UNKNOWN("Dòng trả lời không thuộc khoản chi nào của tệp", 1),
  AMOUNT_DIFFERS("Số tiền đối tác báo khác số tiền đã gửi", 1),
  CODE_UNKNOWN("Mã của đối tác không có trong bảng mã", 2),
  STATUS_CONTRADICTS("Các trả lời của đối tác mâu thuẫn nhau", 1),
  FUNDS_SHORT_FOR_PAYMENT("Ngân hàng giữ lệnh vì thiếu tiền", 1),
  OUTCOME_UNKNOWN("Ngân hàng chưa rõ kết quả", 2),
  PAYMENT_UNNAMED("Khoản chi không được đối tác nêu trong trả lời cuối", 2),
  LIST_NOT_CLOSABLE("Danh sách báo CUỐI nhưng chưa thể khoá", 1),
  LIST_ROWS_MIXED("Họ tên và mã chi trả trong báo cáo lẫn dòng của nhau", 1),
  CHANGED_AFTER_CLOSE("Đối tác sửa dòng sau khi danh sách đã khoá", 1),
  PAYEE_DECEASED("Đối tác báo người nhận đã mất", 2),
  PAID_UNEXPECTEDLY("Đối tác báo đã chi cho khoản chưa gửi", 1),
  PAID_IN_ERROR("Đã chi cho khoản đã trả lại hoặc đã chuyển kênh", 1),
  PAYMENT_RETURNED("Tiền bị trả về sau khi đã chi", 3),
  BATCH_REFUSED("Đối tác từ chối cả tệp", 1),
  REFUSED_FILE_ANSWERED("Đối tác trả lời về tệp đã bị từ chối", 1),
  BATCH_WAITING_FUNDS("Đối tác chờ tiền để thực hiện tệp", 1),
  BATCH_IN_DOUBT("Chưa rõ đối tác đã giữ tệp hay chưa", 1),
  NAME_MISMATCH("Tên hoặc trạng thái tài khoản ở ngân hàng không khớp", 3),
  NAME_CHECK_SILENT("Ngân hàng không trả lời tên chủ tài khoản", 1),
  BATCH_IDS_STAND("Ngân hàng không nhận lô vì mã chi trả đã có ở đó", 1),
  ACKNOWLEDGEMENT_OTHER_HASH("Đối tác nói về một tệp có mã băm khác", 1),
  RESTORED_DATABASE("Cơ sở dữ liệu hoặc kho lưu vừa được khôi phục: ngừng gửi", 1),
  BATCH_UNVERIFIED("Tệp vừa tạo không qua được kiểm tra độc lập", 1),
  ANSWER_OVERDUE("Đối tác quá hạn trả lời", 1),
  SETTLEMENT_DIFFERENCE("Quyết toán lệch", 1),
  RELEASE_LIMIT("Bảng chi vượt mức tự động, cần hai người duyệt", 1),
  MESSAGE_DEAD("Thông điệp không xử lý được sau nhiều lần thử", 1),
  DISK_SHORT("Ổ đĩa của hub sắp đầy", 1),
  WELFARE_RIGHTS("Tài khoản của hub thiếu quyền ở cơ sở dữ liệu trợ cấp", 1),
  WELFARE_ROW_REFUSED("Cơ sở dữ liệu trợ cấp không nhận một dòng của hub", 1),
  APPLICANT_NAME_MALFORMED("Họ tên không ghi được vào tệp mở tài khoản", 3),
  STATEMENT_GAP("Số dư đầu của sổ phụ không nối với sổ phụ trước", 1),
  STATEMENT_MISSING("Thiếu sổ phụ của một ngày làm việc", 1),
  STATEMENT_DEBIT_DIFFERS("Ngân hàng ghi nợ khác với kết quả đã báo", 1),
  STATEMENT_ENTRY_OTHER("Bút toán trên sổ phụ không thuộc loại nào đã biết", 2),
  RETURN_UNMATCHED("Ghi có hoàn trả không khớp khoản chi nào bị trả về", 2),
  CREDIT_UNSETTLED("Khoản ghi có chưa rõ là tiền cấp hay tiền hoàn trả", 1),
  PAYMENT_DAY_IMPOSSIBLE("Ngày chi đối tác báo không thể đúng", 3),
  STATEMENT_DAY_WRONG("Ngày của sổ phụ không thể đúng", 2),
  PAYROLL_OUTSIDE_CALENDAR("Ngày chi của bảng nằm ngoài lịch ngày làm việc", 1),
  CALENDAR_ENDS("Lịch ngày làm việc sắp hết hoặc thiếu năm", 10);

  private final String title;
  private final int dueDays;

  CaseKind(String title, int dueDays) {
    this.title = title;
    this.dueDays = dueDays;
  }

  /** A Vietnamese title without personal data. */
  public String title() {
    return title;
  }

  /** The working days that a person may take. */
  public int dueDays() {
    return dueDays;
  }
}
