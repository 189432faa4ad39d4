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

class RoutingTests {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 5);

  @TempDir
  private Path root;

  @Test
  void cashWithoutAPartnerOfItsKindIsHeldAndTheOthersGo() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("mappings"), root);
    Files.delete(root.resolve("partners/xa.yaml"));
    Mappings mappings = Mappings.load(root.toString(), Vocabulary.of(ReportedState.class, CaseKind.class));
    Routing routing = new Routing(mappings.partners(), mappings.places());

    assertThat(routing.of(Channel.POST_CASH, null, "04792", DAY, 500_000)).isEqualTo(new Routing.Destination.Partner("buu-dien", "BD2511"));
    assertThat(routing.of(Channel.COMMUNE_CASH, null, "04792", DAY, 500_000))
        .isEqualTo(new Routing.Destination.Held("NO_PLACE", "chưa có đối tác chi tiền mặt tại xã"));
    Files.delete(root.resolve("partners/buu-dien.yaml"));
    Mappings banksOnly = Mappings.load(root.toString(), Vocabulary.of(ReportedState.class, CaseKind.class));
    assertThat(new Routing(banksOnly.partners(), banksOnly.places()).of(Channel.POST_CASH, null, "04792", DAY, 500_000))
        .isEqualTo(new Routing.Destination.Held("NO_PLACE", "chưa có đối tác chi tiền mặt tại bưu cục"));
  }
}
