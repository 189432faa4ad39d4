package vn.chitra.hub.inbound;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.partner.PartnerKind;

class BankFixedContractIT extends ChannelContract {

  private static final String PARTNER = "bidv";

  BankFixedContractIT() {
    super(new Channelled() {
      @Override
      public PartnerKind kind() {
        return PartnerKind.BANK_FIXED;
      }

      @Override
      public String bin() {
        return "970418";
      }

      @Override
      public InboundFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return part(batch, 1, 'N', id, amount, "09");
      }

      @Override
      public Optional<InboundFile> refuses(Books.BatchRow batch) {
        String name = batch.fileName().replace(".P", ".X") + ".01";
        return Optional.of(file(name, record("X%-8s%06dF3%s".formatted(sender(batch), batch.seq(), batch.sha256()))));
      }

      @Override
      public InboundFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return part(batch, 1, 'Y', id, amount, "00");
      }

      @Override
      public Optional<InboundFile> leavesInProgress(Books.BatchRow batch, String id, long amount) {
        return Optional.of(part(batch, 1, 'Y', id, amount, "09"));
      }

      @Override
      public List<InboundFile> paysAtLast(HubStory story, Books.BatchRow batch, String id, long amount) {
        return List.of(paysLater(story, batch, id, amount));
      }

      @Override
      public InboundFile paysLater(HubStory story, Books.BatchRow batch, String id, long amount) {
        return part(batch, 2, 'Y', id, amount, "00");
      }

      @Override
      public InboundFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return part(batch, 1, 'Y', id, amount, "02");
      }

      @Override
      public Optional<InboundFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.of(part(batch, 2, 'Y', id, amount, "20"));
      }
    });
  }

  private static InboundFile part(Books.BatchRow batch, int part, char last, String id, long amount, String status) {
    String name = batch.fileName().replace(".P", ".R") + ".%02d".formatted(part);
    return file(name, record("1%-8s%06d%02d%s".formatted(sender(batch), batch.seq(), part, last))
        + record("6%s%015d%s%-20s%s".formatted(id, amount, status, "FT0001", "20261104"))
        + record("9%06d%018d".formatted(1, amount)));
  }

  private static String sender(Books.BatchRow batch) {
    return batch.fileName().substring(0, batch.fileName().indexOf('.'));
  }

  private static String record(String fields) {
    return "%-160s\r\n".formatted(fields);
  }

  private static InboundFile file(String name, String text) {
    return new InboundFile(PARTNER, "", name, text.getBytes(StandardCharsets.US_ASCII));
  }
}
