package vn.chitra.hub.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.PaymentBatching;
import vn.chitra.hub.support.SqlText;

/**
 * Gathers the planned payments of one payroll as batches would be, writes each file into a scratch file that is deleted again, and
 * verifies it. Takes no number, stores no file and needs the tables of a dry run in place of {@code payment}, {@code payout} and
 * {@code payroll}: it marks payments as gathered.
 */
@Component
public class PreviewFiles {

  private static final String PLANNED = SqlText.of("batch/preview-waiting-payments");
  private static final int NO_NUMBER = 1;

  private final Partners partners;
  private final PaymentGroups groups;
  private final PaymentBatching payments;
  private final WriteFile writer;
  private final Archive archive;
  private final JdbcClient jdbc;

  PreviewFiles(Partners partners, PaymentGroups groups, PaymentBatching payments, WriteFile writer, Archive archive, JdbcTemplate jdbc) {
    this.partners = partners;
    this.groups = groups;
    this.payments = payments;
    this.writer = writer;
    this.archive = archive;
    this.jdbc = JdbcClient.create(jdbc);
  }

  /**
   * One file or bulk that would be sent.
   *
   * @param folder post office or commune, empty at a bank
   * @param valueDate of a bank file, else null
   * @param complaints of the independent check, Vietnamese, with line and field; empty = it would be sent
   */
  public record Preview(String partner, String folder, @Nullable LocalDate valueDate, int payments, long totalVnd,
      List<String> complaints) {}

  /**
   * @param releasedAt when the payroll counts as released
   * @return the files; payments that no file takes, because the calendar lacks the year, are in none of them
   */
  public List<Preview> of(String payrollId, Instant releasedAt) throws IOException {
    List<Preview> files = new ArrayList<>();
    for (PartnerProfile partner : partners.all()) {
      for (PaymentGroup group : groups.of(partner, waiting(payrollId, partner))) {
        fill(files, partner, group, releasedAt);
      }
    }
    return files;
  }

  private List<BatchPayments.Waiting> waiting(String payrollId, PartnerProfile partner) {
    return jdbc.sql(PLANNED).param("payroll", payrollId).param("partner", partner.id()).query((row, n) -> new BatchPayments.Waiting(
        row.getString("folder"), row.getString("programme"), row.getDate("period").toLocalDate(), row.getDate("pay_from").toLocalDate(),
        row.getDate("pay_until").toLocalDate(), row.getInt("payments"))).list();
  }

  private void fill(List<Preview> files, PartnerProfile partner, PaymentGroup group, Instant releasedAt) throws IOException {
    int count = group.batches(partner.maxLines());
    List<Long> batches = LongStream.rangeClosed(files.size() + 1L, files.size() + count).boxed().toList();
    Map<Long, PaymentBatching.Load> loads = payments.gather(partner.id(), releasedAt, List.of(),
        List.of(new PaymentBatching.Group(group.waiting().stream().map(BatchPayments.Waiting::shared).toList(), batches)), partner.maxLines());
    for (long batch : batches) {
      PaymentBatching.Load load = loads.get(batch);
      if (load != null) {
        files.add(written(batch, partner, group, load));
      }
    }
  }

  private Preview written(long batch, PartnerProfile partner, PaymentGroup group, PaymentBatching.Load load) throws IOException {
    BatchHeader header = writer.header(partner, group.folder(), group.programme(), group.period(), group.valueDate(), NO_NUMBER,
        load.payments(), load.totalVnd());
    Path spool = archive.spool();
    try {
      return new Preview(partner.id(), group.folder(), group.valueDate(), load.payments(), load.totalVnd(),
          writer.write(header, batch, spool).complaints());
    } finally {
      Files.deleteIfExists(spool);
    }
  }
}
