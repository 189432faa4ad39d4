package vn.chitra.hub.channel.bankfile;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.NameFolding;

/** Two banks with files, and payments to their customers. */
public final class Banks {

  private Banks() {}

  public static PartnerProfile of(PartnerKind kind) {
    int most = kind == PartnerKind.BANK_FIXED ? 999_999 : 50_000;
    return new PartnerProfile("ngan-hang-" + kind.label(), kind, "Ngân hàng thử nghiệm Đất Tổ", "CHITRA", "nganhang", "/in", "/out",
        "112000123456", List.of(LocalTime.of(9, 0)), LocalTime.of(15, 30), true, most, 499_999_999L, Duration.ofHours(2),
        Duration.ofDays(3), true, 512L << 20, PartnerProfile.Release.AUTOMATIC, "bank-csv", true);
  }

  static BatchHeader batch(PartnerKind kind, List<BankInstruction> lines) {
    return batch(kind, lines.size(), lines.stream().mapToLong(BankInstruction::amountVnd).sum());
  }

  static BatchHeader batch(PartnerKind kind, int count, long totalVnd) {
    return new BatchHeader(of(kind), "", "", "", null, null, LocalDate.of(2026, 11, 25), 27, count, totalVnd);
  }

  static List<BankInstruction> payments(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Banks::payment).toList();
  }

  static BankInstruction payment(int line) {
    return named(line, "Nguyễn Thị Đức Huyền " + (char) ('A' + line % 26));
  }

  static BankInstruction named(int line, String accountName) {
    return new BankInstruction(line, EndToEndId.of("PR-2026-11-BTXH-07891", line, 1), "00%09d".formatted(line),
        NameFolding.bankName(accountName, 50), "970436", 500_000L + line, "TRO CAP T11 2026");
  }
}
