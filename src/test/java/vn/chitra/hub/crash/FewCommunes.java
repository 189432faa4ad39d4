package vn.chitra.hub.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.chitra.hub.demo.DemoWorld;
import vn.chitra.hub.sim.Resources;

/** Reduces a province to a few communes before its first approval: payrolls of ten lines, and few folders to poll. */
final class FewCommunes {

  private static final List<String> CUT = List.of(
      "DELETE FROM maker.expected_line USING gone WHERE gone.payroll_id = expected_line.payroll_id",
      "DELETE FROM maker.approval_plan USING gone WHERE gone.payroll_id = approval_plan.payroll_id",
      "DELETE FROM welfare.payroll_item USING gone WHERE gone.payroll_id = payroll_item.payroll_id",
      "DELETE FROM welfare.payroll USING gone WHERE gone.payroll_id = payroll.payroll_id",
      // of two equal lines in two payrolls one may be gone now, and the other is right
      """
      UPDATE maker.expected_line x SET expected = 'ACCEPTED' FROM welfare.payroll_item i
      WHERE x.fault = 'DUPLICATE_IN_TWO' AND i.payroll_id = x.payroll_id AND i.line_no = x.line_no
        AND (SELECT count(*) FROM welfare.payroll_item o WHERE o.entitlement_id = i.entitlement_id) = 1""",
      "DROP TABLE gone");

  private FewCommunes() {}

  static void keep(int communes, DemoWorld world) throws IOException {
    JdbcTemplate welfare = new JdbcTemplate(new SingleConnectionDataSource(world.welfare().url(),
        world.welfare().username(), world.welfare().password(), true));
    List<String> kept = welfare.queryForList("SELECT commune_code FROM welfare.payroll GROUP BY commune_code"
        + " HAVING count(*) = 3 ORDER BY commune_code LIMIT ?", String.class, communes);
    welfare.execute("CREATE TEMP TABLE gone AS SELECT payroll_id FROM welfare.payroll WHERE commune_code NOT IN ('"
        + String.join("', '", kept) + "')");
    CUT.forEach(welfare::execute);
    Set<String> folders = new HashSet<>();
    Resources.rows("/mappings/places.csv").stream().filter(row -> kept.contains(row[0]))
        .forEach(row -> folders.addAll(List.of(row[2], row[3])));
    for (String partner : List.of("buu-dien", "xa")) {
      removeAllBut(folders, world.sftpRoot().resolve(partner));
    }
  }

  private static void removeAllBut(Set<String> kept, Path home) throws IOException {
    try (Stream<Path> folders = Files.list(home)) {
      for (Path folder : folders.filter(one -> !kept.contains(one.getFileName().toString())).toList()) {
        try (Stream<Path> below = Files.walk(folder)) {
          for (Path one : below.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(one);
          }
        }
      }
    }
  }
}
