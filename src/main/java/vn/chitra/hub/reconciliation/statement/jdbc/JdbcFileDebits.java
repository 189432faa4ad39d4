package vn.chitra.hub.reconciliation.statement.jdbc;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.jdbc.FileRegister;
import vn.chitra.hub.reconciliation.statement.FileDebits;
import vn.chitra.hub.support.SqlText;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcFileDebits implements FileDebits {

  private static final String TO_COUNT = SqlText.of("reconciliation/count-result-files");
  private static final String BATCHES_OF_FILES = SqlText.of("reconciliation/find-batches-of-files");
  private static final String BATCHES_OF_ENTRIES = SqlText.of("reconciliation/find-batches-of-entries");
  private static final String SUM_BOTH_SIDES = SqlText.of("reconciliation/count-file-debits/01-sum-both-sides");
  private static final String MARK_ENTRIES = SqlText.of("reconciliation/count-file-debits/02-mark-entries");
  private static final String DIFFERENCES = SqlText.of("reconciliation/find-differing-debits");

  private final JdbcClient jdbc;
  private final FileRegister files;

  JdbcFileDebits(JdbcTemplate jdbc, FileRegister files) {
    this.jdbc = JdbcClient.create(jdbc);
    this.files = files;
  }

  @Override
  public long toCount(Collection<String> partners) {
    return jdbc.sql(TO_COUNT).param("partners", new SqlArrayValue("varchar", partners.toArray())).query(Long.class).single();
  }

  @Override
  public Set<Long> newlyAnswered(String partner) {
    List<Long> news = files.countResults(partner);
    return news.isEmpty() ? Set.of() : jdbc.sql(BATCHES_OF_FILES).param("files", ids(news)).query(Long.class).set();
  }

  @Override
  public Set<Long> findBatches(String partner) {
    return jdbc.sql(BATCHES_OF_ENTRIES).param("partner", partner).query(Long.class).set();
  }

  @Override
  public void count(Set<Long> batches) {
    if (!batches.isEmpty()) {
      jdbc.sql("delete from statement_debit where batch_id = any (:batches)").param("batches", ids(batches)).update();
      jdbc.sql(SUM_BOTH_SIDES).param("batches", ids(batches)).update();
      jdbc.sql(MARK_ENTRIES).param("batches", ids(batches)).update();
    }
  }

  @Override
  public List<Difference> differences(String partner, LocalDate today) {
    return jdbc.sql(DIFFERENCES).param("partner", partner).param("today", Date.valueOf(today))
        .query((r, n) -> new Difference(r.getLong("batch_id"), r.getString("file_name"), r.getInt("seq"), r.getDate("day").toLocalDate(),
            r.getLong("reported_vnd"), r.getLong("debited_vnd"), r.getObject("file_id", Long.class),
            r.getObject("line_no", Integer.class))).list();
  }

  private static SqlArrayValue ids(Collection<Long> ids) {
    return new SqlArrayValue("int8", ids.toArray());
  }
}
