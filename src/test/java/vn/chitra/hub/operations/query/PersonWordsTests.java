package vn.chitra.hub.operations.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonWordsTests {

  private static final Map<String, Set<String>> COMMUNES = Map.of("VAN PHU", Set.of("04900"), "04900", Set.of("04900"), "TAN HOA",
      Set.of("04792"), "PHU THO", Set.of("08000"), "AN BINH", Set.of("04901", "04902"));

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "nguyen van an 1950 xa van phu | VAN PHU | NGUYEN VAN AN | 1950",
      "Văn Phú Nguyễn Văn An | VAN PHU | NGUYEN VAN AN | ",
      "1950 Tân Hòa đỗ thị hường | TAN HOA | DO THI HUONG | 1950",
      "Đỗ Thị Hường phường Tân Hoà | TAN HOA | DO THI HUONG | ",
      "lê thị 1950 hoa 04900 | 04900 | LE THI / HOA | 1950",
      "Xã Văn Phú; 1948 | VAN PHU | | 1948",
      "An 1950 | | AN | 1950"})
  void wordsStandInAnyOrder(String text, String commune, String names, String year) {
    PersonWords.Person first = PersonWords.of(text, COMMUNES).get(0);
    assertThat(first.commune()).isEqualTo(commune == null ? "" : commune);
    assertThat(String.join(" / ", first.names())).isEqualTo(names == null ? "" : names);
    assertThat(first.year().orElse(null)).isEqualTo(year);
  }

  @Test
  void wordsOfACommuneMayBeAPartOfTheName() {
    assertThat(PersonWords.of("Trần Văn Phú Thọ 1950", COMMUNES)).extracting(PersonWords.Person::commune, PersonWords.Person::names)
        .containsExactlyInAnyOrder(tuple("VAN PHU", List.of("TRAN", "THO")),
            tuple("PHU THO", List.of("TRAN VAN")),
            tuple("", List.of("TRAN VAN PHU THO")));
    assertThat(PersonWords.of("Lò Thị Xã Văn Phú", COMMUNES)).extracting(PersonWords.Person::names)
        .containsExactly(List.of("LO THI"), List.of("LO THI XA"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Nguyễn Văn An", "1950", "Văn Phú", ",,;"})
  void tooFewWordsAreNotSearched(String text) {
    assertThat(PersonWords.of(text, COMMUNES)).isEmpty();
  }

  @Test
  void aLongTextHasFewUnderstandings() {
    assertThat(PersonWords.of("van phu ".repeat(15) + "1950", COMMUNES)).hasSize(PersonWords.MOST);
  }

  @Test
  void theFormWithCommasNamesTheCommuneFirst() {
    assertThat(PersonWords.separated("phường Tân Hoà, Văn Phú, 1950", COMMUNES)).hasValueSatisfying(one -> {
      assertThat(one.communes()).containsExactly("04792");
      assertThat(one.names()).containsExactly("VAN PHU");
      assertThat(one.year()).hasValue("1950");
    });
    assertThat(PersonWords.separated("Nguyễn Văn An, Văn Phú", COMMUNES)).isEmpty();
    assertThat(PersonWords.separated("Văn Phú An", COMMUNES)).isEmpty();
  }
}
