package vn.chitra.hub.channel.iso20022;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.NameFolding;

/** A bank that uses ISO 20022, and payments for it. */
public final class IsoFixtures {

  public static final LocalDate VALUE_DATE = LocalDate.of(2026, 11, 25);
  private static final List<String> PAYEES = List.of("Nguyễn Thị Đức Huyền", "Đinh Văn Hoà", "Lò Thị Mỷ & con", "Trần <Bảo> Ngọc");

  private IsoFixtures() {}

  public static PartnerProfile bank() {
    return new PartnerProfile("ngan-hang-iso", PartnerKind.BANK_ISO, "Ngân hàng Đầu tư <Phú Thọ> & Đất Tổ", "PTCTXH", "iso", "/in", "/out",
        "0021000123456", List.of(LocalTime.of(9, 0)), LocalTime.of(16, 0), true, 100_000, 499_999_999L, null, Duration.ofDays(4), true,
        512L << 20, PartnerProfile.Release.AUTOMATIC, "bank-iso", true);
  }

  public static BatchHeader header(int count) {
    long total = 0;
    for (Iterator<BankInstruction> i = instructions(count); i.hasNext();) {
      total += i.next().amountVnd();
    }
    return new BatchHeader(bank(), "", "", "", null, null, VALUE_DATE, 17, count, total);
  }

  /** Lazily, so that a hundred thousand take no room. */
  public static Iterator<BankInstruction> instructions(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(IsoFixtures::instruction).iterator();
  }

  public static String endToEndId(int line) {
    return EndToEndId.of("PT-2026-11-NCC-07830", line, 1);
  }

  public static BankInstruction instruction(int line) {
    String payee = PAYEES.get(line % PAYEES.size());
    return new BankInstruction(line, endToEndId(line), "0%011d".formatted(line), NameFolding.bankName(payee, 50),
        "970405", 500_000L + line * 1_000L, "TRO CAP T11 2026");
  }
}
