package vn.chitra.hub.cases;

import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open cases as the database has them, whichever process opened them. */
@Component
public class OpenCases {

  private final JdbcClient jdbc;

  OpenCases(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** The subjects of the open cases of a kind. */
  public Set<String> subjects(CaseKind kind) {
    return jdbc.sql("select subject from case_record where kind = :kind and state = 'OPEN'").param("kind", kind.name())
        .query(String.class).set();
  }
}
