package vn.chitra.hub.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.chitra.hub.fixture.HubFixture;

/** Rows by COPY arrive as they were, whatever stands in them. */
class CopyTableIT {

  private static final CopyTable TABLE = new CopyTable("copied", List.of("no", "word", "day", "yes"));

  private SingleConnectionDataSource connection;
  private JdbcTemplate jdbc;

  @BeforeEach
  void open() throws SQLException {
    Connection own = HubFixture.get().connect();
    own.setAutoCommit(true);
    connection = new SingleConnectionDataSource(own, true);
    jdbc = new JdbcTemplate(connection);
    jdbc.execute("create temporary table copied (no bigint, word varchar(40), day date, yes boolean, late integer default 7)");
  }

  @AfterEach
  void close() {
    connection.destroy();
  }

  @Test
  void textComesBackAsItWas() {
    List<String> words = Arrays.asList("Nguyễn Thị Ánh", "", null, "\\N", "\\", "a\tb", "a\nb\rc", "\\.", "\\t", "a\\", "😀 \u0001 \u00a0");

    TABLE.copy(jdbc, words.stream().map(word -> row(1L, word, null, null)).toList());

    assertThat(jdbc.queryForList("select word from copied", String.class)).isEqualTo(words);
  }

  @Test
  void numbersDaysAndTruthToo() {
    List<LocalDate> days = Arrays.asList(LocalDate.of(2026, 2, 28), LocalDate.of(0, 1, 1), LocalDate.of(-43, 3, 15),
        LocalDate.of(12_026, 12, 31), null);

    TABLE.copy(jdbc, days.stream().map(day -> row(Long.MAX_VALUE, "x", day, day == null)).toList());

    assertThat(jdbc.query("select day from copied", (row, n) -> row.getObject(1, LocalDate.class))).isEqualTo(days);
    assertThat(jdbc.queryForList("select distinct no, yes, late from copied order by yes")).containsExactly(
        Map.of("no", Long.MAX_VALUE, "yes", false, "late", 7), Map.of("no", Long.MAX_VALUE, "yes", true, "late", 7));
  }

  @Test
  void oneRowThatTheTableRefusesLeavesNone() {
    assertThatThrownBy(() -> TABLE.copy(jdbc, List.of(row(1L, "x", null, null), row(2L, "x".repeat(41), null, null))))
        .isInstanceOf(DataIntegrityViolationException.class);

    assertThat(jdbc.queryForObject("select count(*) from copied", Long.class)).isZero();
  }

  @Test
  void aColumnThatTheTableDoesNotNameIsNotPassedOver() {
    assertThatThrownBy(() -> TABLE.copy(jdbc, List.of(Map.of("no", 1L, "name", "x")))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[name]");
  }

  @Test
  void noRowsAreNoTrouble() {
    TABLE.copy(jdbc, List.of());

    assertThat(jdbc.queryForObject("select count(*) from copied", Long.class)).isZero();
  }

  private static Map<String, @Nullable Object> row(long no, @Nullable String word, @Nullable LocalDate day, @Nullable Boolean yes) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("no", no);
    row.put("word", word);
    row.put("day", day);
    row.put("yes", yes);
    return row;
  }
}
