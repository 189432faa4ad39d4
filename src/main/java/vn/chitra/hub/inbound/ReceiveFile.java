package vn.chitra.hub.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.archive.StoredFiles;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.partner.PartnerProfile;

/** Archives a partner's file before it is parsed, and queues it; bytes that are archived already are recorded but not applied again. */
@Component
public class ReceiveFile {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiveFile.class);

  private final Archive archive;
  private final StoredFiles files;
  private final FileArrivals arrivals;
  private final List<InboundParser> parsers;
  private final SupersededFiles superseded;
  private final Outbox outbox;
  private final Clock businessClock;

  ReceiveFile(Archive archive, StoredFiles files, FileArrivals arrivals, List<InboundParser> parsers, SupersededFiles superseded,
      Outbox outbox, Clock businessClock) {
    this.archive = archive;
    this.files = files;
    this.arrivals = arrivals;
    this.parsers = parsers;
    this.superseded = superseded;
    this.outbox = outbox;
    this.businessClock = businessClock;
  }

  /**
   * @param folder post office or commune, empty at a bank
   * @return the name under which the file may be put into {@code done/} without covering an earlier one; empty for a file that ends short
   * and has to stay where it is
   */
  @Transactional
  public String receive(PartnerProfile partner, String folder, String name, Path bytes) throws IOException {
    Archive.StoredBytes stored;
    try (InputStream in = Files.newInputStream(bytes)) {
      stored = archive.store(in);
    }
    List<InboundParser> able = parsers.stream().filter(each -> each.recognises(partner, name)).toList();
    boolean endsShort = able.isEmpty() ? stored.size() == 0 : able.get(0).endsShort(bytes);
    boolean nameSpeaks = able.stream().anyMatch(each -> each.nameSpeaks(partner, name));
    String key = contentKey(partner, folder, name, stored.sha256(), nameSpeaks);
    int earlier = arrivals.count(partner.id(), folder, name);
    Optional<Long> understood = arrivals.understood(partner.id(), stored.sha256());
    long id = understood.filter(known -> !nameSpeaks).or(() -> arrivals.known(partner.id(), key))
        .orElseGet(() -> register(partner, folder, name, stored, key, endsShort));
    arrivals.note(id, folder, name);
    understood.filter(known -> known == id).ifPresent(known -> superseded.byRepeated(partner, known, folder, name));
    return endsShort ? "" : earlier == 0 ? name : name + "." + earlier;
  }

  private long register(PartnerProfile partner, String folder, String name, Archive.StoredBytes stored, String key, boolean endsShort) {
    StoredFile file = files.save(endsShort ? StoredFile.receivedShort(partner.id(), folder, name, stored, key, businessClock.instant())
        : StoredFile.received(partner.id(), folder, name, stored, key, businessClock.instant()));
    outbox.put(Destination.APPLY_FILE, partner.id() + "/" + folder, file.id());
    LOG.info("file {} received: {} {}, {} bytes, {}", file.id(), partner.id(), folder, stored.size(), stored.sha256());
    return file.id();
  }

  /**
   * The key of the content: its hash, with the name where the name contains data that the bytes lack. Bytes that could not be parsed under
   * another name, or in another folder, are parsed again.
   */
  private String contentKey(PartnerProfile partner, String folder, String name, String sha256, boolean nameSpeaks) {
    String key = nameSpeaks ? name + ":" + sha256 : sha256;
    boolean misplaced = arrivals.known(partner.id(), key).filter(id -> arrivals.mayMakeSenseAs(id, folder, name)).isPresent();
    return misplaced ? folder + "/" + name + ":" + sha256 : key;
  }
}
