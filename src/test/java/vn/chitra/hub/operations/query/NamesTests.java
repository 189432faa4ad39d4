package vn.chitra.hub.operations.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.ShippedMappings;
import vn.chitra.hub.support.Zone;

class NamesTests {

  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), Zone.VIETNAM);

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "partner:buu-dien/BD2511 | đối tác Bưu điện tỉnh Phú Thọ, bưu cục BD2511",
      "partner:buu-dien/BD2511/out/KQ.csv | đối tác Bưu điện tỉnh Phú Thọ, bưu cục BD2511, out/KQ.csv",
      "partner:xa/04792/ve | đối tác Uỷ ban nhân dân cấp xã, Phường Tân Hoà, ve",
      "partner:agribank/out/a.csv | đối tác Agribank Chi nhánh tỉnh Phú Thọ, out/a.csv",
      "partner:agribank | đối tác Agribank Chi nhánh tỉnh Phú Thọ"})
  void aFolderOfAPartnerIsNamed(String subject, String name) {
    assertThat(of(ShippedMappings.loaded()).subject(subject)).isEqualTo(name);
  }

  @Test
  void aPostOfficeIsCalledByItsNameWhereTheProvinceWroteItDown() throws IOException {
    copy(Path.of("mappings"));
    Files.writeString(folder.resolve("post-offices.csv"), "post_office,name\nBD2511,Bưu cục Hoà Bình\n");
    Names names = of(Mappings.load(folder.toString(), ShippedMappings.VOCABULARY));

    assertThat(names.place("buu-dien", "BD2511")).isEqualTo("Bưu điện tỉnh Phú Thọ, Bưu cục Hoà Bình");
    assertThat(names.place("buu-dien", "BD2510")).isEqualTo("Bưu điện tỉnh Phú Thọ, bưu cục BD2510");
    assertThat(names.subject("partner:buu-dien/BD2511/out")).isEqualTo("đối tác Bưu điện tỉnh Phú Thọ, Bưu cục Hoà Bình, out");
  }

  private static Names of(Mappings mappings) {
    return new Names(mappings.partners(), mappings.communes(), mappings.places(), mappings.codes(), CLOCK);
  }

  private void copy(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(root.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
