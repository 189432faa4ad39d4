package vn.chitra.hub.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCertificatesTests {

  @TempDir
  private Path folder;

  @Test
  void aFileThatIsMissingIsNamed() {
    Path missing = folder.resolve("bank.pem");
    assertThatThrownBy(() -> TrustedCertificates.of(missing)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bank.pem");
  }

  @Test
  void aFileWithoutACertificateIsNamed() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "no certificate");
    assertThatThrownBy(() -> TrustedCertificates.of(empty)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("empty.pem");
  }
}
