package vn.chitra.hub.dispatch.camel;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.dispatch.Consignment;
import vn.chitra.hub.dispatch.Delivery;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * Brings a file to a partner's SFTP folder and proves it, by {@link SftpUpload}. Whatever goes wrong leaves the outcome unknown; one
 * session a server is kept open. A server that refuses the rename is remembered until the hub stops; {@code rename: false} in the
 * partner's profile says it from the start.
 */
@Component("sftpDeliveries")
public final class SftpDeliveries {

  private static final Logger LOG = LoggerFactory.getLogger(SftpDeliveries.class);

  private final SftpServers servers;
  private final Partners partners;
  private final Map<String, SftpLink> links = new ConcurrentHashMap<>();
  private final Set<String> withoutRename = ConcurrentHashMap.newKeySet();

  SftpDeliveries(SftpServers servers, Partners partners) {
    this.servers = servers;
    this.partners = partners;
  }

  /** An attempt that nobody can take over. */
  Delivery deliver(Consignment consignment) {
    return deliver(consignment, () -> true);
  }

  /**
   * Never throws for what happens at the partner.
   *
   * @param underWay asked before the file gets its name: false when another attempt has taken over meanwhile
   */
  public Delivery deliver(Consignment consignment, BooleanSupplier underWay) {
    SftpLink link = links.computeIfAbsent(consignment.connection(), name -> new SftpLink(servers.endpoint(name, "", "")));
    synchronized (link) {
      try {
        link.open();
        return deliver(consignment, link, underWay);
      } catch (JSchException | SftpException | IOException e) {
        LOG.debug("delivery of batch {} ended without proof", consignment.batchId(), e);
        link.close();
        return new Delivery.Unknown(reason(e));
      }
    }
  }

  private Delivery deliver(Consignment consignment, SftpLink link, BooleanSupplier underWay) throws IOException, SftpException {
    SftpUpload upload = new SftpUpload(link, consignment, underWay);
    if (mayRename(consignment)) {
      try {
        return upload.byRename();
      } catch (SftpUpload.RenameForbidden e) {
        LOG.warn("partner {} does not let us rename: files are finished by NAME.done; set rename: false in its profile",
            consignment.partner());
        withoutRename.add(consignment.partner());
      }
    }
    return upload.withDoneFile();
  }

  private boolean mayRename(Consignment consignment) {
    return !withoutRename.contains(consignment.partner())
        && partners.byId(consignment.partner()).map(PartnerProfile::rename).orElse(true);
  }

  private static String reason(Exception e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
  }
}
