package vn.chitra.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table has one owner: only its module's statements write it, others call the owner's verbs. */
class TableOwnerTests {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern TABLE = Pattern.compile("(?m)^CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)");

  @Test
  void everyTableIsWrittenByItsOwnerOnly() throws IOException {
    assertThat(TableOwners.inTheSources()).isEmpty();
  }

  @Test
  void everyTableHasAnOwner() throws IOException {
    Set<String> tables = new TreeSet<>();
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.toList()) {
        TABLE.matcher(Files.readString(file)).results().forEach(match -> tables.add(match.group(1)));
      }
    }

    assertThat(tables).isNotEmpty();
    assertThat(TableOwners.OWNED.values().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(tables);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      repair/x.sql         | repair  | update payment set frozen = true                              | payment
      batch/jdbc/X.java    | batch   | String a = "insert into " + "payout_result (payout_id) values (1)"; | payout_result
      payroll/X.java       | payroll | @Table(name = "payment")                                      | payment
      alert/x.sql          | alert   | DELETE FROM case_record WHERE case_id = 1                     | case_record
      inbound/x.sql        | inbound | with a as (update payout set state = 'PAID' returning 1) select 1 | payout
      """)
  void aPlantedWriteOfAnotherModulesTableIsFound(String source, String module, String text, String table) {
    assertThat(TableOwners.in(source, module, text)).extracting(TableOwners.Violation::table).containsExactly(table);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      repair/x.sql      | repair | select 1 from payment where payment_id = 1 for update of payment
      repair/x.sql      | repair | select 1 from payout for no key update
      repair/x.sql      | repair | select open_case('X', 'payout:1', 'y', now(), now())
      payout/x.sql      | payout | insert into payment (payout_id) values (1) on conflict do nothing
      alert/x.sql       | alert  | insert into mail (to_role) values ('X') on conflict (mail_id) do update set to_role = 'Y'
      batch/X.java      | batch  | String a = "select * from payment";
      """)
  void queriesLocksAndTheOwnersVerbsAreFree(String source, String module, String text) {
    assertThat(TableOwners.in(source, module, text)).isEmpty();
  }
}
