package vn.chitra.hub.cases;

import vn.chitra.hub.support.Word;

/** The kinds of case that a person must decide; each has its page in {@code docs/operations/cases}. */
public enum CaseKind {
  PAYROLL_TOTALS("Tổng số trên đầu bảng không khớp các dòng", "The totals in the payroll’s header do not match its lines",
      "Yêu cầu cơ quan lập lại bảng cho khớp tổng số", "Have the agency draw up the payroll anew with the right totals", 1),
  PAYROLL_NOT_TAKEN("Không nhận được bảng vì lỗi kỹ thuật", "A payroll could not be taken because of a technical error",
      "Sửa lỗi kỹ thuật để hub nhận được bảng", "Mend the technical error, so that the hub can take the payroll", 1),
  PAYROLL_WITHDRAWN("Bảng bị rút sau khi đã gửi một phần", "A payroll was withdrawn after a part of it was sent",
      "Xử lý phần đã gửi của bảng bị rút", "Decide about the part of the withdrawn payroll that was sent", 1),
  PAYOUT_HELD("Khoản chi tạm giữ, chờ người quyết định", "Payout held, waits for a decision",
      "Làm rõ vì sao khoản chi bị giữ, rồi quyết định", "Find out why the payout is held, then decide", 3),
  CHANGED_AFTER_SENDING("Nhân thân hoặc tài khoản thay đổi sau khi đã gửi", "Person or account changed after sending",
      "Báo đối tác về thay đổi sau khi gửi", "Tell the partner of the change after sending", 1),
  UNCOLLECTED_THREE_MONTHS("Ba tháng liền không nhận tiền mặt", "Cash not collected three months in a row",
      "Xác minh người ba tháng liền không nhận tiền", "Check on the person who did not collect for three months", 10),
  FILE_NOT_UNDERSTOOD("Tệp của đối tác không đọc được", "A partner’s file cannot be read",
      "Yêu cầu đối tác gửi lại tệp đúng", "Have the partner send the right file", 1),
  FILE_SIGNATURE_WRONG("Tệp của ngân hàng không mở được hoặc không đúng chữ ký",
      "A bank’s file cannot be decrypted, or its signature is wrong",
      "Đối chiếu khoá với ngân hàng, yêu cầu gửi lại tệp", "Compare the keys with the bank, have it send the file again", 1),
  FILE_TOO_LARGE("Tệp của đối tác vượt giới hạn kích thước", "A partner’s file is over the size limit",
      "Hỏi đối tác về tệp vượt giới hạn", "Query the partner about the file over the limit", 1),
  INBOX_UNREADABLE("Máy chủ của đối tác không cho đọc tệp hoặc thư mục", "The partner’s server does not let a file or folder be read",
      "Yêu cầu đối tác mở quyền đọc", "Have the partner allow reading", 1),
  LOGIN_REFUSED("Không đăng nhập được máy chủ của đối tác hoặc máy chủ thư",
      "The login at a partner’s server or the mail server is refused",
      "Sửa tài khoản hoặc khoá đăng nhập", "Correct the login or its key", 1),
  FILE_NOT_MOVED("Không chuyển được tệp đã nhận vào done/", "A received file could not be moved to done/",
      "Yêu cầu đối tác cho ghi vào done/", "Have the partner allow writing to done/", 1),
  FILE_CONFLICT("Cùng tên, cùng lần nhưng nội dung khác", "Same name and number, different content",
      "Hỏi đối tác tệp nào đúng", "Find out from the partner which file is right", 1),
  FILE_UNKNOWN_BATCH("Trả lời cho tệp mà hệ thống không gửi", "A reply to a file that the hub did not send",
      "Hỏi đối tác tệp này trả lời cho tệp nào", "Find out from the partner which file this one is about", 1),
  LINE_UNKNOWN("Dòng trả lời không thuộc khoản chi nào của tệp", "A line of a reply belongs to no payment of the file",
      "Hỏi đối tác về dòng không thuộc tệp đã gửi", "Query the partner about the line that belongs to no sent file", 1),
  AMOUNT_DIFFERS("Số tiền đối tác báo khác số tiền đã gửi", "The partner reports another amount than was sent",
      "Đối chiếu số tiền thực chi với đối tác", "Compare the amount really paid with the partner", 1),
  CODE_UNKNOWN("Mã của đối tác không có trong bảng mã", "A partner’s code is not in the code table",
      "Hỏi đối tác nghĩa của mã, bổ sung vào bảng mã", "Find out the meaning of the code, add it to the code table", 2),
  STATUS_CONTRADICTS("Các trả lời của đối tác mâu thuẫn nhau", "Replies of the partner contradict each other",
      "Hỏi đối tác kết quả nào đúng", "Find out from the partner which outcome is right", 1),
  FUNDS_SHORT_FOR_PAYMENT("Ngân hàng giữ lệnh vì thiếu tiền", "The bank holds a payment for lack of funds",
      "Nạp đủ tiền vào tài khoản chi", "Pay enough money into the funding account", 1),
  OUTCOME_UNKNOWN("Ngân hàng chưa rõ kết quả", "The bank does not know the outcome yet",
      "Hỏi ngân hàng kết quả cuối cùng", "Find out the final outcome from the bank", 2),
  PAYMENT_UNNAMED("Khoản chi không được đối tác nêu trong trả lời cuối", "The partner’s last reply does not name a payment",
      "Hỏi đối tác kết quả của khoản chưa được nêu", "Find out the outcome of the payment that was not named", 2),
  PAYMENT_ARCHIVED("Đối tác nói về khoản chi của tháng đã đưa ra khỏi cơ sở dữ liệu",
      "A partner speaks of a payment whose month was taken out of the database",
      "Nạp lại bảng lưu trữ của tháng được nêu", "Load the archive tables of the named month", 2),
  LIST_NOT_CLOSABLE("Danh sách báo CUỐI nhưng chưa thể đóng", "A list is reported FINAL but cannot be closed",
      "Yêu cầu đối tác bổ sung để đóng danh sách", "Have the partner complete the list, so that it can be closed", 1),
  LIST_ROWS_MIXED("Họ tên và mã chi trả trong báo cáo lẫn dòng của nhau", "Names and payment ids of a report belong to different lines",
      "Yêu cầu đối tác lập lại báo cáo theo đúng mã", "Have the partner draw up the report anew by the right ids", 1),
  CHANGED_AFTER_CLOSE("Đối tác sửa dòng sau khi danh sách đã đóng", "The partner changed a line after the list was closed",
      "Đối chiếu dòng sửa sau khi đóng danh sách", "Compare the lines that changed after the list was closed", 1),
  PAYEE_DECEASED("Đối tác báo người nhận đã mất", "The partner reports that the payee died",
      "Xác minh người nhận đã mất, cập nhật hồ sơ", "Check that the payee died, have the records updated", 2),
  PAID_UNEXPECTEDLY("Đối tác báo đã chi cho khoản chưa gửi", "The partner reports as paid what was not sent",
      "Đối chiếu khoản đối tác báo đã chi", "Compare what the partner reports as paid", 1),
  PAID_IN_ERROR("Đã chi cho khoản đã trả lại hoặc đã chuyển kênh", "Paid although it was handed back or moved to another channel",
      "Thu hồi hoặc đối chiếu khoản đã chi", "Recover or compare what was paid", 1),
  PAYMENT_RETURNED("Tiền bị trả về sau khi đã chi", "Money was returned after it was paid",
      "Sửa tài khoản hoặc chuyển kênh khoản bị trả về", "Correct the account, or change the channel, of what was returned", 3),
  BATCH_REFUSED("Đối tác từ chối cả tệp", "The partner refused a whole file",
      "Xem lý do từ chối, quyết định gửi lại", "Look at the reason of the refusal, decide about sending again", 1),
  REFUSED_FILE_ANSWERED("Đối tác trả lời về tệp đã bị từ chối", "The partner reports about a file that it refused",
      "Hỏi đối tác tệp bị từ chối có được thực hiện không", "Find out from the partner whether the refused file is carried out", 1),
  BATCH_WAITING_FUNDS("Đối tác chờ tiền để thực hiện tệp", "The partner waits for funds to carry out a file",
      "Nạp đủ tiền vào tài khoản chi", "Pay enough money into the funding account", 1),
  BATCH_IN_DOUBT("Chưa rõ đối tác đã giữ tệp hay chưa", "It is not known whether the partner holds a file",
      "Hỏi đối tác có giữ tệp hay không", "Find out from the partner whether it holds the file", 1),
  NAME_MISMATCH("Tên hoặc trạng thái tài khoản ở ngân hàng không khớp", "Name or state of an account at the bank does not match",
      "Xác minh tên và tài khoản với người nhận", "Check name and account with the payee", 3),
  NAME_CHECK_SILENT("Ngân hàng không trả lời tên chủ tài khoản", "The bank does not reply with the account holder’s name",
      "Hỏi ngân hàng vì sao không trả lời tên", "Find out why the bank does not reply with names", 1),
  BATCH_IDS_STAND("Ngân hàng không nhận lô vì mã chi trả đã có ở đó", "The bank refuses a bulk because its payment ids are there already",
      "Hỏi ngân hàng về các mã chi trả đã có", "Query the bank about the payment ids that are there already", 1),
  ACKNOWLEDGEMENT_OTHER_HASH("Đối tác nói về một tệp có mã băm khác", "The partner speaks of a file with another hash",
      "Hỏi đối tác đã nhận tệp nào", "Find out from the partner which file it received", 1),
  RESTORED_DATABASE("Cơ sở dữ liệu hoặc kho lưu vừa được khôi phục: ngừng gửi", "The database or the archive was restored: sending stopped",
      "Đối chiếu sau khôi phục, rồi mở lại cổng gửi", "Compare both sides after the restore, then resume sending", 1),
  BATCH_UNVERIFIED("Tệp vừa tạo không qua được kiểm tra độc lập", "A new file failed its independent check",
      "Báo kỹ thuật xem tệp không qua kiểm tra", "Have an engineer look at the file that failed its check", 1),
  ANSWER_OVERDUE("Đối tác quá hạn trả lời", "A partner’s reply is overdue",
      "Giục đối tác trả lời", "Urge the partner to reply", 1),
  SETTLEMENT_DIFFERENCE("Quyết toán lệch", "The settlement does not balance",
      "Tìm nguyên nhân quyết toán lệch", "Find out why the settlement does not balance", 1),
  RELEASE_LIMIT("Bảng chi vượt mức tự động, cần hai người duyệt", "A payroll is over the automatic limit, two persons must approve",
      "Hai người duyệt bảng chi vượt mức", "Two persons approve the payroll over the limit", 1),
  MESSAGE_DEAD("Thông điệp không xử lý được sau nhiều lần thử", "A message could not be processed after several attempts",
      "Sửa nguyên nhân, rồi chạy lại thông điệp", "Mend the cause, then process the message again", 1),
  WORK_FAILING("Một việc của hub lần nào cũng lỗi", "One of the hub’s tasks fails each time",
      "Tìm nguyên nhân của việc lỗi lặp lại", "Find the cause of the task that fails each time", 1),
  DISK_SHORT("Ổ đĩa của hub sắp đầy", "The hub’s disk is nearly full",
      "Giải phóng ổ đĩa của hub", "Make space on the hub’s disk", 1),
  WELFARE_RIGHTS("Tài khoản của hub thiếu quyền ở cơ sở dữ liệu trợ cấp", "The hub’s account lacks rights at the welfare database",
      "Cấp lại quyền cho tài khoản của hub", "Grant the rights of the hub’s account again", 1),
  WELFARE_ROW_REFUSED("Cơ sở dữ liệu trợ cấp không nhận một dòng của hub", "The welfare database refuses a row of the hub",
      "Sửa điều làm cơ sở dữ liệu trợ cấp từ chối dòng", "Mend what makes the welfare database refuse the row", 1),
  APPLICANT_NAME_MALFORMED("Họ tên không ghi được vào tệp mở tài khoản", "A name cannot be written into the account opening file",
      "Sửa họ tên trong hồ sơ mở tài khoản", "Correct the name in the records for the account opening", 3),
  APPLICANT_NUMBER_MALFORMED("Số định danh không ghi được vào tệp mở tài khoản",
      "A personal number cannot be written into the account opening file",
      "Sửa số định danh trong hồ sơ mở tài khoản", "Correct the personal number in the records for the account opening", 3),
  STATEMENT_GAP("Số dư đầu của sổ phụ không nối với sổ phụ trước", "A statement’s opening balance does not continue the one before",
      "Yêu cầu ngân hàng gửi sổ phụ còn thiếu", "Have the bank send the missing statement", 1),
  STATEMENT_MISSING("Thiếu sổ phụ của một ngày làm việc", "The statement of a working day is missing",
      "Yêu cầu ngân hàng gửi sổ phụ của ngày thiếu", "Have the bank send the statement of the missing day", 1),
  STATEMENT_DEBIT_DIFFERS("Ngân hàng ghi nợ khác với kết quả đã báo", "The bank debited another amount than it reported",
      "Đối chiếu bút toán ghi nợ với ngân hàng", "Compare the debit with the bank", 1),
  STATEMENT_ENTRY_OTHER("Bút toán trên sổ phụ không thuộc loại nào đã biết", "An entry on a statement is of no known kind",
      "Làm rõ bút toán lạ trên sổ phụ", "Find out what the unknown entry on the statement is", 2),
  RETURN_UNMATCHED("Ghi có hoàn trả không khớp khoản chi nào bị trả về", "A returned credit matches no returned payment",
      "Xác định tiền hoàn trả thuộc khoản chi nào", "Find out which payment the returned money belongs to", 2),
  CREDIT_UNSETTLED("Khoản ghi có chưa rõ là tiền cấp hay tiền hoàn trả", "It is not known whether a credit is funding or a return",
      "Xác định khoản ghi có là tiền cấp hay hoàn trả", "Find out whether the credit is funding or a return", 1),
  PAYMENT_DAY_IMPOSSIBLE("Ngày chi đối tác báo không thể đúng", "The reported day of payment is impossible",
      "Hỏi đối tác ngày chi đúng", "Find out the right day of payment from the partner", 3),
  STATEMENT_DAY_WRONG("Ngày của sổ phụ không thể đúng", "The day of a statement is impossible",
      "Yêu cầu ngân hàng gửi lại sổ phụ đúng ngày", "Have the bank send the statement with the right day", 2),
  PAYROLL_OUTSIDE_CALENDAR("Ngày chi của bảng nằm ngoài lịch ngày làm việc", "A payroll’s days lie outside the calendar of working days",
      "Sửa ngày chi hoặc bổ sung lịch ngày làm việc", "Correct the days of payment, or add to the calendar of working days", 1),
  CALENDAR_ENDS("Lịch ngày làm việc sắp hết hoặc thiếu năm", "The calendar of working days ends soon or lacks a year",
      "Bổ sung lịch ngày làm việc", "Add to the calendar of working days", 10);

  private final Word title;
  private final Word task;
  private final int dueDays;

  CaseKind(String title, String english, String task, String englishTask, int dueDays) {
    this.title = new Word(title, english);
    this.task = new Word(task, englishTask);
    this.dueDays = dueDays;
  }

  /** A Vietnamese title without personal data. */
  public String title() {
    return title.vietnamese();
  }

  /** The title in both languages. */
  public Word word() {
    return title;
  }

  /** A Vietnamese order that says in a few words what a person must do first; without personal data. */
  public String task() {
    return task.vietnamese();
  }

  /** The order in both languages. */
  public Word taskWord() {
    return task;
  }

  /** The working days that a person may take. */
  public int dueDays() {
    return dueDays;
  }
}
