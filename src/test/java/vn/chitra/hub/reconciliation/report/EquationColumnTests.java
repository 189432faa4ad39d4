package vn.chitra.hub.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The columns of the settlement have the same names in the report, on the console's page, in the mail and on the MBean. */
class EquationColumnTests {

  @ParameterizedTest
  @EnumSource(EquationColumn.class)
  void aColumnHasOneNameEverywhere(EquationColumn column) throws IOException {
    String heading = column.heading(ReportFigures.Kind.CLOSED);
    Properties page = new Properties();
    try (Reader texts = Files.newBufferedReader(Path.of("src/main/resources/console/messages.properties"))) {
      page.load(texts);
    }
    assertThat(page.getProperty("month.col." + column.name().toLowerCase(Locale.ROOT).replace('_', '.'))).isEqualTo(heading);
    assertThat(Files.readString(Path.of("src/main/java/vn/chitra/hub/alert/MonthFigures.java"))).contains("\"" + heading + "\"");
    assertThat(Files.readString(Path.of("src/main/java/vn/chitra/hub/operations/jmx/MonthDesk.java")))
        .contains("\"" + heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1) + "\"");
  }
}
