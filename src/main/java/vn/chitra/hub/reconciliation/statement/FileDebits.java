package vn.chitra.hub.reconciliation.statement;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.FileRegister;
import vn.chitra.hub.payout.ArchivedPayouts;
import vn.chitra.hub.support.SqlText;

/** Compares, per file of ours and day, the payments in the bank's results with the debits of the account. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FileDebits {

  /** Amounts in dong; {@code fileId} and {@code lineNo} of the statement, null where none is of that day or none names the file. */
  public record Difference(long batchId, String fileName, int seq, LocalDate day, long reportedVnd, long debitedVnd, @Nullable Long fileId,
      @Nullable Integer lineNo) {}

  private static final String TO_COUNT = SqlText.of("reconciliation/count-result-files");
  private static final String BATCHES_OF_FILES = SqlText.of("reconciliation/find-batches-of-files");
  private static final String BATCHES_OF_PERSONS = SqlText.of("reconciliation/find-batches-of-persons");
  private static final String BATCHES_OF_ENTRIES = SqlText.of("reconciliation/find-batches-of-entries");
  private static final String SUM_BOTH_SIDES = SqlText.of("reconciliation/count-file-debits/01-sum-both-sides");
  private static final String MARK_ENTRIES = SqlText.of("reconciliation/count-file-debits/02-mark-entries");
  private static final String DIFFERENCES = SqlText.of("reconciliation/find-differing-debits");

  private final JdbcClient jdbc;
  private final FileRegister files;
  private final ArchivedPayouts archived;

  FileDebits(JdbcTemplate jdbc, FileRegister files, ArchivedPayouts archived) {
    this.jdbc = JdbcClient.create(jdbc);
    this.files = files;
    this.archived = archived;
  }

  /** Result files of these partners that are not counted yet. */
  public long toCount(Collection<String> partners) {
    return jdbc.sql(TO_COUNT).param("partners", new SqlArrayValue("varchar", partners.toArray())).query(Long.class).single();
  }

  /** Takes note of the partner's new result files, in the caller's transaction. @return the batches that they answer */
  public Set<Long> newlyAnswered(String partner) {
    List<Long> news = files.countResults(partner);
    return news.isEmpty() ? Set.of() : jdbc.sql(BATCHES_OF_FILES).param("files", ids(news)).query(Long.class).set();
  }

  /** Finds the batches of file entries that have none yet. @return those batches */
  public Set<Long> findBatches(String partner) {
    return jdbc.sql(BATCHES_OF_ENTRIES).param("partner", partner).query(Long.class).set();
  }

  /** Batches of which persons recorded an outcome, which no file brings. */
  public Set<Long> recordedByPersons(String partner) {
    return jdbc.sql(BATCHES_OF_PERSONS).param("partner", partner).query(Long.class).set();
  }

  /**
   * Computes again, for these batches, the reported and the debited sums, and marks the entries that agree. Both are sums over all payments
   * of a batch: archived ones come back first.
   *
   * @throws IllegalStateException when the tables of an archived month are not in the database; nothing has changed
   */
  public void count(Set<Long> batches) {
    if (!batches.isEmpty()) {
      List<YearMonth> away = archived.unarchiveBatches(batches);
      if (!away.isEmpty()) {
        throw new IllegalStateException("the archive tables of " + away + " are not in this database");
      }
      jdbc.sql("delete from statement_debit where batch_id = any (:batches)").param("batches", ids(batches)).update();
      jdbc.sql(SUM_BOTH_SIDES).param("batches", ids(batches)).update();
      jdbc.sql(MARK_ENTRIES).param("batches", ids(batches)).update();
    }
  }

  /** Days on which the two sums differ and no outstanding item explains it. */
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
