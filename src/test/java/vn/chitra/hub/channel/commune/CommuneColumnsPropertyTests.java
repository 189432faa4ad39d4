package vn.chitra.hub.channel.commune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.chitra.hub.channel.cash.CashLists;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.payout.ReportedStatus;

/** A filled sheet means the same in whatever order its columns stand. */
class CommuneColumnsPropertyTests {

  @Provide
  Arbitrary<List<String>> orders() {
    return Arbitraries.shuffle(FilledSheet.columnNames());
  }

  @Property(tries = 60)
  void everyOrderOfColumnsMeansTheSame(@ForAll("orders") List<String> order) throws IOException {
    assertThat(read(order)).isEqualTo(read(FilledSheet.columnNames()));
  }

  private static List<Object> read(List<String> order) throws IOException {
    FilledSheet sheet = FilledSheet.of(CashLists.four()).report("3", "CUỐI").paid(1, "05/11/2026").put(2, "Lý do", "K2")
        .settled(2_789_000, 5_405_000).columns(order);
    Path file = Files.createTempFile("report", ".xlsx");
    try {
      List<ReportedStatus> lines = new ArrayList<>();
      ParseResult parsed = new CommuneReportParser(CashReportMapping.packaged("commune-answer"))
          .read(CashLists.partner(PartnerKind.COMMUNE), "07969", "x.xlsx", sheet.save(file), lines::add);
      return List.of(parsed, lines);
    } finally {
      Files.delete(file);
    }
  }
}
