package vn.chitra.hub.channel.bankapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.inbound.ReceiveFile;
import vn.chitra.hub.partner.PartnerProfile;

/** Archives an event with a valid signature and queues it, in one commit; the same bytes again are recorded but not applied again. */
@Component
public class ReceiveEvent {

  private final Archive archive;
  private final ReceiveFile receive;

  ReceiveEvent(Archive archive, ReceiveFile receive) {
    this.archive = archive;
    this.receive = receive;
  }

  public void receive(PartnerProfile partner, byte[] body) throws IOException {
    Path spool = archive.spool();
    try {
      Files.write(spool, body);
      receive.receive(partner, "", EventParser.nameOf(HexFormat.of().formatHex(Archive.sha256().digest(body))), spool);
    } finally {
      Files.deleteIfExists(spool);
    }
  }
}
