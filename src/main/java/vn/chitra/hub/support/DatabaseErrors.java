package vn.chitra.hub.support;

import java.sql.SQLException;
import java.util.Set;

/** The meaning of an error of PostgreSQL for whoever set up the connection. */
public final class DatabaseErrors {

  /** Starting, stopping, no connection left. */
  private static final Set<String> BUSY = Set.of("57P01", "57P02", "57P03", "53300");

  private DatabaseErrors() {}

  /** Vietnamese, without a value of a setting. */
  public static String words(SQLException thrown) {
    String state = String.valueOf(thrown.getSQLState());
    return switch (state) {
      case "08001", "08003", "08004", "08006" -> "không nối được tới máy chủ: địa chỉ, cổng, tường lửa, hoặc máy chủ chưa chạy";
      case "28P01", "28000" -> "máy chủ từ chối tên đăng nhập hoặc mật khẩu (hoặc pg_hba.conf chưa cho)";
      case "3D000" -> "máy chủ không có cơ sở dữ liệu ấy";
      case "42501" -> "tài khoản không đủ quyền; phải là chủ của cơ sở dữ liệu ấy";
      case "0A000", "58P01" -> "máy chủ thiếu phần mở rộng mà hub cần (btree_gist, gói postgresql-contrib)";
      default -> BUSY.contains(state) ? "máy chủ đang khởi động, đang dừng hoặc hết kết nối" : "lỗi SQLSTATE " + state;
    };
  }

  /** Whether the error may be gone at the next try. */
  public static boolean passes(SQLException thrown) {
    String state = String.valueOf(thrown.getSQLState());
    return state.startsWith("08") || BUSY.contains(state);
  }
}
