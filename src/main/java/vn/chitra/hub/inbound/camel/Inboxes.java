package vn.chitra.hub.inbound.camel;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.camel.PartnerLogins;
import vn.chitra.hub.batch.camel.SftpServers;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.inbound.InboxMemory;
import vn.chitra.hub.inbound.InboxSettings;
import vn.chitra.hub.inbound.camel.InboxComponent.Inbox;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/** Creates one {@code files-in} route for every partner that answers over SFTP, from the template when the context starts. */
@Component
class Inboxes implements CamelContextConfiguration {

  private final Partners partners;
  private final SftpServers servers;
  private final InboxSettings settings;
  private final Cases cases;
  private final InboxMemory memory;
  private final PartnerLogins logins;
  private @Nullable RuntimeException failure;

  Inboxes(Partners partners, SftpServers servers, InboxSettings settings, Cases cases, InboxMemory memory,
      PartnerLogins logins) {
    this.partners = partners;
    this.servers = servers;
    this.settings = settings;
    this.cases = cases;
    this.memory = memory;
    this.logins = logins;
  }

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    // routes are made once the templates are loaded
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {
    camel.addComponent(InboxComponent.SCHEME, new InboxComponent());
    try {
      partners.all().stream().filter(partner -> partner.kind() != PartnerKind.BANK_API).forEach(partner -> open(camel, partner));
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** Camel's starter ignores what fails in the method above; a hub that is deaf to a partner must not start. */
  @EventListener(ApplicationReadyEvent.class)
  void demandOpen() {
    if (failure != null) {
      throw new IllegalStateException("the partners' folders cannot be polled", failure);
    }
  }

  private void open(CamelContext camel, PartnerProfile partner) {
    String inbox = "inbox-" + partner.id();
    camel.getRegistry().bind(inbox, endpoint(partner));
    TemplatedRouteBuilder.builder(camel, "files-in-archive").routeId("files-in-" + partner.id()).prefixId(partner.id() + "-")
        .parameter("partner", partner.id()).parameter("inbox", "ref:" + inbox).add();
  }

  Inbox endpoint(PartnerProfile partner) {
    OutFolder out = new OutFolder(partner.outFolder());
    Path spool = settings.dataDir().toAbsolutePath().resolve("spool").resolve(partner.id());
    Inbox endpoint = (Inbox) servers.endpoint(InboxComponent.SCHEME, partner.sftp(), out.start(),
        "recursive=true&maxDepth=4&autoCreate=false" + "&useFixedDelay=true&initialDelay=1000&delay=" + settings.poll().inbox().toMillis());
    endpoint.getConfiguration().setThrowExceptionOnConnectFailed(true);
    endpoint.setMaximumReconnectAttempts(1);   // the next poll is the next attempt, and health counts polls
    InboxTroubles troubles = new InboxTroubles(partner, out.start(), cases);
    FetchedFiles files = new FetchedFiles(memory, partner);
    endpoint.reads(out, files, troubles, new InboxLogin(partner, logins), new SameFile(servers.operations(partner.sftp(), endpoint)));
    endpoint.setLocalWorkDirectory(spool.toString());
    endpoint.setFilter(filter(partner, out, files, troubles));
    endpoint.setPollStrategy(new OncePerPoll());
    endpoint.setProcessStrategy(new MoveToDone(partner.moveToDone(), files, troubles));
    return endpoint;
  }

  private static GenericFileFilter<SftpRemoteFile> filter(PartnerProfile partner, OutFolder out, FetchedFiles files,
      InboxTroubles troubles) {
    return new GenericFileFilter<>() {
      @Override
      public boolean accept(GenericFile<SftpRemoteFile> file) {
        if (file.isDirectory()) {
          return out.leadsThrough(file.getAbsoluteFilePath());
        }
        String name = file.getFileName().toLowerCase(Locale.ROOT);
        return out.folderOf(file.getParent()).isPresent() && !isOwnersMark(name) && partner.temporaryEndings().stream().noneMatch(name::endsWith)
            && isSmallEnough(partner, file, troubles) && files.isDue(file);
      }
    };
  }

  /** A lock file that Excel or LibreOffice keeps beside a workbook while somebody has it open. */
  private static boolean isOwnersMark(String name) {
    String bare = name.substring(name.lastIndexOf('/') + 1);
    return bare.startsWith("~$") || bare.startsWith(".~lock.") && bare.endsWith("#");
  }

  private static boolean isSmallEnough(PartnerProfile partner, GenericFile<SftpRemoteFile> file, InboxTroubles troubles) {
    if (file.getFileLength() <= partner.maxInboundBytes()) {
      return true;
    }
    troubles.tooLarge(file.getAbsoluteFilePath(), file.getFileLength());
    return false;
  }

  /** A failed poll counts as failed and is repeated at the next interval. */
  private static final class OncePerPoll extends DefaultPollingConsumerPollStrategy {

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
      return false;
    }
  }
}
