package vn.chitra.hub.bench.formats;

import java.time.YearMonth;
import java.util.List;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.NameFolding;

/** Payouts made up one at a time: line {@code n} of file {@code seq} is always the same. */
final class Payouts {

  static final YearMonth PERIOD = YearMonth.of(2026, 11);
  private static final List<String> PEOPLE = List.of("Nguyễn Thị Đức Huyền", "Đinh Văn Hoà", "Lò Thị Mỷ", "Trần Bảo Ngọc", "Bùi Thị Ngãi");
  private static final List<String> BANK_NAMES = PEOPLE.stream().map(name -> NameFolding.bankName(name, 50)).toList();

  private Payouts() {}

  static String id(int seq, int line) {
    return EndToEndId.of("PT-2026-11-NCC-%05d".formatted(seq), line, 1);
  }

  /** Dong. */
  static long amount(int line) {
    return 500_000L + 1_000L * (line % 1_000);
  }

  static BankInstruction transfer(int seq, int line) {
    return new BankInstruction(line, id(seq, line), "0%011d".formatted(line), BANK_NAMES.get(line % BANK_NAMES.size()), "970436",
        amount(line), "TRO CAP T11 2026");
  }

  static CashEntry cash(int seq, int line) {
    return new CashEntry(line, id(seq, line), person(line), 1930 + line % 60, "%06d".formatted(line), "Khu " + line % 12 + ", xã Đoan Hùng",
        "07969", line % 3 == 0, line % 5 == 0 ? "Lưu Đình Quý" : null, null, null, false, amount(line), PERIOD, PERIOD);
  }

  static String person(int line) {
    return PEOPLE.get(line % PEOPLE.size());
  }
}
