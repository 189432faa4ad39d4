package vn.chitra.hub.inbound.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which folder of a partner is listed on the way to its answers. */
class OutFolderTests {

  @ParameterizedTest
  @CsvSource({
      "/{folder}/ve, 04792, 04792/ve",
      "/{folder}/ve, /04792, /04792/ve",
      "/{folder}/ve, '', ''",
      "/{folder}/ve, /04792/ve, /04792/ve",
      "/{folder}/ve, /04792/di, /04792/di",
      "/post/{folder}/out/new, /post, /post",
      "/post/{folder}/out/new, /post/BD2511, /post/BD2511/out/new",
      "/post/{folder}/out/new, /else/BD2511, /else/BD2511",
      "/out, /out, /out",
      "/{folder}, /04792, /04792"})
  void thePlacesOwnFolderIsNotListed(String pattern, String folder, String listed) {
    assertThat(new OutFolder(pattern).onTheWay(folder)).isEqualTo(listed);
  }
}
