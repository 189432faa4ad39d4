package vn.chitra.hub.operations.query;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;

/** The audit trail as rows of Vietnamese text, and whole for an export. */
@Component
public class AuditLists {

  /** Most events of one search. */
  public static final int MOST = 200;
  private static final String NEWEST = SqlText.of("operations/show-newest-events");
  private static final String FIND = SqlText.of("operations/find-events");
  private static final String ALL = SqlText.of("operations/export-events");
  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate all;

  AuditLists(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.all = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
    this.all.setFetchSize(AT_ONCE);
  }

  /** The newest hundred. */
  public List<Map<String, String>> newest() {
    return Table.of(jdbc.sql(NEWEST));
  }

  /** The newest first, at most {@value #MOST}. @param actor login, @param text in action, subject, reason or detail; null = any */
  public List<Map<String, String>> find(@Nullable String actor, @Nullable String text) {
    return Table.of(jdbc.sql(FIND).param("actor", actor, Types.VARCHAR).param("text", text, Types.VARCHAR).param("most", MOST));
  }

  /** Every event in order, with the two hashes that chain it; read in portions from one snapshot. */
  @Transactional(readOnly = true)
  public void each(RowCallbackHandler event) {
    all.query(ALL, event);
  }
}
