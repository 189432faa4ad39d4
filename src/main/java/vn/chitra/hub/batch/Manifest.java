package vn.chitra.hub.batch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.archive.SentJournal.Series;

/**
 * The description of a sent file and of the payments in it, kept in the archive beside the file. A restored database that lacks the file is
 * completed from it. Names payments by their endToEndId only.
 *
 * @param builtAt when the file was made; null in the manifests of earlier versions
 */
public record Manifest(Series series, int seq, String sha256, long size, String name, @Nullable String programme,
    @Nullable LocalDate period, @Nullable LocalDate valueDate, @Nullable LocalDate answerDueOn, int count, long totalVnd,
    @Nullable Instant builtAt, List<Payment> payments) {

  private static final String HEAD = "batch";
  private static final int FIELDS = 15;
  private static final int EARLIER_FIELDS = 14;

  /** @param line of the file, from 1 */
  public record Payment(int line, String endToEndId) {}

  public byte[] bytes() {
    StringBuilder text = new StringBuilder(64 + 24 * payments.size());
    text.append(String.join("|", HEAD, series.partner(), series.kind(), series.folder(), String.valueOf(seq), sha256, String.valueOf(size),
        name, orEmpty(programme), orEmpty(period), orEmpty(valueDate), orEmpty(answerDueOn), String.valueOf(count),
        String.valueOf(totalVnd), orEmpty(builtAt))).append('\n');
    payments.forEach(payment -> text.append(payment.line()).append('|').append(payment.endToEndId()).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** @throws IllegalArgumentException when the bytes are no manifest */
  public static Manifest of(byte[] bytes) {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    String[] field = lines.isEmpty() ? new String[0] : lines.get(0).split("\\|", -1);
    if (field.length != FIELDS && field.length != EARLIER_FIELDS || !HEAD.equals(field[0])) {
      throw new IllegalArgumentException("no manifest");
    }
    List<Payment> payments = new ArrayList<>(lines.size());
    for (String line : lines.subList(1, lines.size())) {
      int bar = line.indexOf('|');
      payments.add(new Payment(Integer.parseInt(line.substring(0, bar)), line.substring(bar + 1)));
    }
    return new Manifest(new Series(field[1], field[2], field[3]), Integer.parseInt(field[4]), field[5], Long.parseLong(field[6]), field[7],
        orNull(field[8], Function.identity()), orNull(field[9], LocalDate::parse), orNull(field[10], LocalDate::parse),
        orNull(field[11], LocalDate::parse), Integer.parseInt(field[12]), Long.parseLong(field[13]),
        field.length == FIELDS ? orNull(field[14], Instant::parse) : null, List.copyOf(payments));
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static <T> @Nullable T orNull(String text, Function<String, T> read) {
    return text.isEmpty() ? null : read.apply(text);
  }
}
