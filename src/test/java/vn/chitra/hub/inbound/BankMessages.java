package vn.chitra.hub.inbound;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import vn.chitra.hub.inbound.HubStory.InboundFile;

/** Answers of a bank, by the contract of {@code bank-csv}. */
final class BankMessages {

  private static final String SENDER = "PTCTXH";

  private BankMessages() {}

  /** One R line. */
  record Line(String id, long amount, String status, String ref, String day, String text) {

    static Line of(String id, long amount, String status) {
      return new Line(id, amount, status, "FT" + status, "20261104", "");
    }

    private String written() {
      return "R|%s|%d|%s|%s|%s|%s\n".formatted(id, amount, status, ref, day, text);
    }
  }

  static InboundFile part(Books.BatchRow batch, int part, boolean last, Line... lines) {
    String body = "H|1|%s|%d|%d|%s\n".formatted(SENDER, batch.seq(), part, last ? "Y" : "N")
        + Arrays.stream(lines).map(Line::written).collect(Collectors.joining())
        + "T|%d|%d\n".formatted(lines.length, Arrays.stream(lines).mapToLong(Line::amount).sum());
    String name = batch.fileName().replace("CT_", "KQ_").replace(".csv", "_%02d.csv".formatted(part));
    return new InboundFile(HubStory.BANK, "", name, body.getBytes(StandardCharsets.UTF_8));
  }

  static InboundFile ack(Books.BatchRow batch, int number, boolean accepted, String code) {
    return ack(batch, number, accepted, code, batch.sha256());
  }

  static InboundFile ack(Books.BatchRow batch, int number, boolean accepted, String code, String sha256) {
    String body = "A|%s|%s|%s|%s|\n".formatted(batch.fileName(), sha256, accepted ? "ACCEPTED" : "REFUSED", code);
    return new InboundFile(HubStory.BANK, "", "ACK_%s_%02d".formatted(batch.fileName(), number), body.getBytes(StandardCharsets.UTF_8));
  }
}
