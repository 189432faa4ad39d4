package vn.chitra.hub.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.support.Word;

class RoutingTests {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 5);

  @TempDir
  private Path root;

  @Test
  void cashWithoutAPartnerOfItsKindIsHeldAndTheOthersGo() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("mappings"), root);
    Files.delete(root.resolve("partners/xa.yaml"));
    Mappings mappings = Mappings.load(root.toString(), Vocabulary.of(ReportedState.class, CaseKind.class));
    Routing routing = new Routing(mappings.partners(), mappings.places(), mappings.communes());

    assertThat(routing.of(Channel.POST_CASH, null, "04792", DAY, 500_000)).isEqualTo(new Routing.Destination.Partner("buu-dien", "BD2511"));
    assertThat(routing.of(Channel.COMMUNE_CASH, null, "04792", DAY, 500_000))
        .isEqualTo(new Routing.Destination.Held("NO_PLACE", "chưa có đối tác chi tiền mặt tại xã"));
    Files.delete(root.resolve("partners/buu-dien.yaml"));
    Mappings banksOnly = Mappings.load(root.toString(), Vocabulary.of(ReportedState.class, CaseKind.class));
    Routing cashless = new Routing(banksOnly.partners(), banksOnly.places(), banksOnly.communes());
    assertThat(cashless.of(Channel.POST_CASH, null, "04792", DAY, 500_000))
        .isEqualTo(new Routing.Destination.Held("NO_PLACE", "chưa có đối tác chi tiền mặt tại bưu cục"));
  }

  @Test
  void aHeldPayoutNamesTheBankAsPeopleKnowIt() throws IOException {
    Mappings mappings = Mappings.load("mappings", Vocabulary.of(ReportedState.class, CaseKind.class));
    Routing routing = new Routing(mappings.partners(), mappings.places(), mappings.communes());
    assertThat(routing.of(Channel.BANK, "970405", "04792", DAY, 9_000_000_000L)).isEqualTo(new Routing.Destination.Held("OVER_BANK_LIMIT",
        "số tiền vượt hạn mức một lệnh của Agribank Chi nhánh tỉnh Phú Thọ"));
    assertThat(new Routing.Destination.Held("OVER_BANK_LIMIT", "số tiền vượt hạn mức").words()).isEqualTo(
        new Word("số tiền vượt hạn mức", "the amount is above the bank's limit of one payment"));
    assertThat(routing.of(Channel.BANK, "970438", "04792", DAY, 500_000)).isEqualTo(new Routing.Destination.Held("BANK_UNREACHABLE",
        "không có ngân hàng nào chuyển được tới BaoViet Bank (BIN 970438)"));
    assertThat(routing.of(Channel.BANK, "999999", "04792", DAY, 500_000)).isEqualTo(new Routing.Destination.Held("BANK_UNREACHABLE",
        "không có ngân hàng nào chuyển được tới mã BIN 999999"));
  }

  @Test
  void aHeldPayoutNamesTheCommune() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("mappings"), root);
    Path places = root.resolve("places.csv");
    Files.write(places, Files.readAllLines(places).stream().filter(line -> !line.startsWith("04792,")).toList());
    Mappings mappings = Mappings.load(root.toString(), Vocabulary.of(ReportedState.class, CaseKind.class));
    Routing routing = new Routing(mappings.partners(), mappings.places(), mappings.communes());
    assertThat(routing.of(Channel.POST_CASH, null, "04792", DAY, 500_000)).isEqualTo(new Routing.Destination.Held("NO_PLACE",
        "Phường Tân Hoà (04792) chưa có bưu cục hoặc thư mục phục vụ"));
    assertThat(routing.of(Channel.POST_CASH, null, "99999", DAY, 500_000)).isEqualTo(new Routing.Destination.Held("NO_PLACE",
        "xã 99999 chưa có bưu cục hoặc thư mục phục vụ"));
  }
}
