package vn.chitra.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of 2,000 payouts through a hub of its own: what a payout costs in row versions and commits, which no machine changes. */
class BulkCostIT {

  private static final int PAYOUTS = 2_000;
  private static final long SEED = 1;
  /** Paid long ago: statistics then tell that nearly no payout is open, which recommends plans that read all of them. */
  private static final int OLD_PAYOUTS = 30_000;

  /** A statement that looks each payout up among all waiting payments reads thousands; what the month needs is some tens. */
  private static final double MOST_READ = 100;

  @TempDir
  Path folder;

  @Test
  void aPayoutCostsNoMoreRowVersionsThanAgreed() throws Exception {
    Options options = new Options(PAYOUTS, 0, SEED, "512m", List.of("-XX:TieredStopAtLevel=1",
        "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC"), false, true, OLD_PAYOUTS, 0, 0,
        LocalDate.of(2026, 11, 30), folder.resolve("bench"));

    assertThat(BulkBenchmark.run(options, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)))
        .as("the month's result").isTrue();

    JsonNode figures = JsonMapper.builder().build().readTree(options.folder().resolve("report.json").toFile());
    assertThat(versions(figures, "payout")).as("payout: taken with its partner, paid").isLessThan(2.1);
    assertThat(versions(figures, "payment")).as("payment: planned, sent, ended; provisional in cash").isLessThan(3.6);
    assertThat(versions(figures, "booking")).as("booking: paid; one a payroll and partner for handed over").isLessThan(1.6);
    assertThat(versions(figures, "payout_result")).as("result: stated once").isLessThan(1.1);
    assertThat(versions(figures, "payment_status")).as("statuses, cash twice").isLessThan(1.6);
    assertThat(figures.at("/tables/payment/hot").asDouble()).as("updates of a payment that touch no index").isGreaterThan(0.5);
    assertThat(figures.at("/pages").size()).as("pages of the console that were shown").isEqualTo(23);
    assertThat(figures.at("/tables/payout/scanned").asLong()).as("payouts read whole").isLessThan(3L * OLD_PAYOUTS);
    assertThat(figures.at("/tables/payment/fetched").asDouble()).as("payments read by index, a payout").isLessThan(MOST_READ);
    assertThat(figures.at("/tables/payout/fetched").asDouble()).as("payouts read by index, a payout").isLessThan(MOST_READ);
    assertThat(figures.at("/tables/payment/scanned").asLong()).as("payments read whole").isLessThan(3L * OLD_PAYOUTS);
  }

  private static double versions(JsonNode figures, String table) {
    JsonNode one = figures.at("/tables/" + table);
    assertThat(one.isMissingNode()).as(table).isFalse();
    return one.get("inserted").asDouble() + one.get("updated").asDouble();
  }
}
