package vn.chitra.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTests {

  private static final LocalDate LAST_OLD_DAY = LocalDate.of(2025, 6, 30);
  private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final Mappings mappings = ShippedMappings.loaded();

  @Test
  void aNameThatTwoCommunesHadIsShared() {
    Communes communes = mappings.communes();

    assertThat(communes.sharesItsName("07942", LAST_OLD_DAY)).isTrue();
    assertThat(communes.sharesItsName("04789", LAST_OLD_DAY)).isFalse();
    assertThat(communes.sharesItsName("99999", LAST_OLD_DAY)).isFalse();
  }

  @Test
  void aCommuneCodeMeansAPlaceOnlyWithADate() {
    Communes communes = mappings.communes();

    assertThat(communes.nameAt("04795", LAST_OLD_DAY)).contains("Phường Thịnh Lang");
    assertThat(communes.nameAt("04795", REFORM)).contains("Phường Hoà Bình");
    assertThat(communes.nameAt("04789", LAST_OLD_DAY)).contains("Phường Thái Bình");
    assertThat(communes.known("04789", REFORM)).isFalse();
    assertThat(communes.known("99999", TODAY)).isFalse();
  }

  @Test
  void everyCommuneOfTodayHasItsPlace() throws IOException {
    List<String> codes = codesOfToday();

    assertThat(codes).hasSize(148).doesNotHaveDuplicates();
    assertThat(codes).allSatisfy(code -> {
      assertThat(mappings.places().at(code, REFORM)).map(Place::communeFolder).contains(code);
      assertThat(mappings.places().at(code, TODAY)).isEqualTo(mappings.places().at(code, REFORM));
    });
  }

  @Test
  void beforeItsFirstRowNobodyServesACommune() {
    assertThat(mappings.places().at("07900", LAST_OLD_DAY)).isEmpty();
    assertThat(mappings.places().at("07900", REFORM)).contains(new Place("BD2501", "07900"));
    assertThat(mappings.places().at("99999", TODAY)).isEmpty();
  }

  @Test
  void foldersAreThoseOfTheKind() {
    assertThat(mappings.places().folders(PartnerKind.POST_OFFICE)).hasSize(13).startsWith("BD2501").endsWith("BD2513");
    assertThat(mappings.places().folders(PartnerKind.COMMUNE)).hasSize(148).contains("07900");
    assertThat(mappings.places().folders(PartnerKind.BANK_CSV)).containsExactly("");
  }

  private List<String> codesOfToday() throws IOException {
    try (InputStream file = mappings.open("communes.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> line.contains(",2025-07-01,,")).map(line -> line.substring(0, 5)).toList();
    }
  }
}
