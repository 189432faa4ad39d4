package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;
import vn.chitra.hub.reconciliation.statement.Statement.Side;

class JsonStatementTests {

  @TempDir
  private Path folder;

  @Test
  void aLongReferenceIsKeptUpTo140CharactersAndItsControlCharactersAreBlanks() throws IOException {
    String reference = "N" + "1234567890".repeat(15);
    assertThat(JsonStatement.read(statement(reference)).entries())
        .containsExactly(new Entry(1, Side.CREDIT, 5, reference.substring(0, 140), "FT1", null));
    assertThat(JsonStatement.read(statement("X\\ta\\u0001")).entries()).containsExactly(new Entry(1, Side.CREDIT, 5, "X a", "FT1", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\t", "Z1"})
  void refusesAReferenceOfNoKind(String reference) throws IOException {
    Path bytes = statement(reference);
    assertThatIllegalArgumentException().isThrownBy(() -> JsonStatement.read(bytes));
  }

  private Path statement(String reference) throws IOException {
    return Files.writeString(folder.resolve("SK_2026-11-25.json"), "{\"account\":\"1\",\"date\":\"2026-11-25\",\"opening\":0,\"closing\":5,"
        + "\"entries\":[{\"no\":1,\"side\":\"C\",\"amount\":5,\"reference\":\"" + reference + "\",\"bankRef\":\"FT1\",\"text\":\"\"}]}");
  }
}
