package vn.chitra.hub.channel.cash;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.support.EndToEndId;

/** Lists of cash payouts for tests. */
public final class CashLists {

  public static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private CashLists() {}

  public static PartnerProfile partner(PartnerKind kind) {
    return new PartnerProfile("p-" + kind.label(), kind, "Đối tác thử", "SLDTBXH", "p", "/{folder}/in", "/{folder}/out", null,
        List.of(LocalTime.of(8, 0)), LocalTime.of(15, 0), true, 50_000, 500_000_000, null, Duration.ofDays(3), false, 1 << 20,
        PartnerProfile.Release.AUTOMATIC, "codes", true);
  }

  public static BatchHeader postOfficeHeader(List<CashEntry> lines) {
    return new BatchHeader(partner(PartnerKind.POST_OFFICE), "BC8123", "Bưu cục Đoan Hùng", "Ủy ban nhân dân xã Đoan Hùng", null,
        NOVEMBER, null, 7, lines.size(), total(lines));
  }

  public static BatchHeader communeHeader(List<CashEntry> lines) {
    return new BatchHeader(partner(PartnerKind.COMMUNE), "07969", "Xã Đoan Hùng", "Ủy ban nhân dân xã Đoan Hùng", "NCC",
        NOVEMBER, null, 3, lines.size(), total(lines));
  }

  public static long total(List<CashEntry> lines) {
    return lines.stream().mapToLong(CashEntry::amountVnd).sum();
  }

  /** Four payouts: at home; with a carer; with a paper that ends early and three months; without year, papers, address. */
  public static List<CashEntry> four() {
    return List.of(
        new CashEntry(1, id(1), "Nguyễn Thị Đức", 1948, "004521", "Khu 5, thôn Đồng Giữa", "07969", true, null, null, null, false,
            2_789_000, NOVEMBER, NOVEMBER),
        new CashEntry(2, id(2), "Đỗ Văn Hưng", 1951, "118820", "Số 12; ngõ \"Chợ Bến\"", "07969", false, "Trần Thị Hòa", null, null,
            false, 500_000, NOVEMBER, NOVEMBER),
        new CashEntry(3, id(3), "Bùi Thị Ngãi", 1939, "000017", "Xóm Đình", "07969", true, "Đinh Quốc Vượng", "UQ-12/2025",
            LocalDate.of(2026, 11, 10), true, 1_500_000, YearMonth.of(2026, 9), NOVEMBER),
        entry(4, "Hoàng Văn Ướt", 3_405_000));
  }

  /** Nothing but the name and the amount is known. */
  public static CashEntry entry(int line, String name, long amount) {
    return new CashEntry(line, id(line), name, null, null, null, "07969", false, null, null, null, false, amount, NOVEMBER, NOVEMBER);
  }

  public static List<CashEntry> many(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> new CashEntry(i, id(i), "Phạm Thị Thường " + i, 1930 + i % 60,
        "%06d".formatted(i), "Khu " + i % 12 + ", xã Đoan Hùng, tỉnh Phú Thọ", "07969", i % 3 == 0,
        i % 5 == 0 ? "Lưu Đình Quý" : null, null,
        null, false, 500_000 + 1_000L * (i % 7), NOVEMBER, NOVEMBER)).toList();
  }

  public static CashEntry named(CashEntry entry, String name) {
    return with(entry, name, entry.address(), entry.amountVnd());
  }

  public static CashEntry with(CashEntry e, String name, @Nullable String address, long amount) {
    return new CashEntry(e.line(), e.endToEndId(), name, e.birthYear(), e.receiverNoTail(), address, e.communeCode(), e.atHome(),
        e.receiverName(), e.authorisationDoc(), e.authorisedUntil(), e.authorisationEndsEarly(), amount, e.forFrom(), e.forTo());
  }

  public static String id(int line) {
    return EndToEndId.of("PR-07969-NCC-2026-11", line, 1);
  }
}
