package vn.chitra.hub.channel.bankapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.inbound.FileArrivals;
import vn.chitra.hub.inbound.ReceiveFile;
import vn.chitra.hub.partner.PartnerProfile;

/** Archives an answer of an API and queues it, in one commit; an answer whose name and bytes are archived already is ignored. */
@Component
class ArchiveMessage {

  private final Archive archive;
  private final FileArrivals arrivals;
  private final ReceiveFile receive;

  ArchiveMessage(Archive archive, FileArrivals arrivals, ReceiveFile receive) {
    this.archive = archive;
    this.arrivals = arrivals;
    this.receive = receive;
  }

  /** @param name under which it is archived, part of what it says */
  void receive(PartnerProfile partner, String name, byte[] body) throws IOException {
    String hash = HexFormat.of().formatHex(Archive.sha256().digest(body));
    if (arrivals.known(partner.id(), name + ":" + hash).isPresent()) {
      return;
    }
    Path spool = archive.spool();
    try {
      Files.write(spool, body);
      receive.receive(partner, "", name, spool);
    } finally {
      Files.deleteIfExists(spool);
    }
  }
}
