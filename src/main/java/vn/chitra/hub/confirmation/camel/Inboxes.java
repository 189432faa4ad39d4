package vn.chitra.hub.confirmation.camel;

import java.nio.file.Path;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.confirmation.InboxSettings;
import vn.chitra.hub.dispatch.camel.SftpServers;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/** One {@code files-in} route for every partner that answers over SFTP, made from the template when the context starts. */
@Component
class Inboxes implements CamelContextConfiguration {

  private static final Set<String> NOT_THERE_YET = Set.of(".part", ".tmp");
  private static final int SUBJECT_LENGTH = 80;

  private final Partners partners;
  private final SftpServers servers;
  private final InboxSettings settings;
  private final Cases cases;

  Inboxes(Partners partners, SftpServers servers, InboxSettings settings, Cases cases) {
    this.partners = partners;
    this.servers = servers;
    this.settings = settings;
    this.cases = cases;
  }

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    // routes are made once the templates are loaded
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {
    partners.all().stream().filter(partner -> partner.kind() != PartnerKind.BANK_API).forEach(partner -> {
      String inbox = "inbox-" + partner.id();
      camel.getRegistry().bind(inbox, endpoint(partner));
      TemplatedRouteBuilder.builder(camel, "files-in-archive").routeId("files-in-" + partner.id()).parameter("partner", partner.id())
          .parameter("inbox", "ref:" + inbox).add();
    });
  }

  private SftpEndpoint endpoint(PartnerProfile partner) {
    OutFolder out = new OutFolder(partner.outFolder());
    Path spool = settings.dataDir().toAbsolutePath().resolve("spool").resolve(partner.id());
    SftpEndpoint endpoint = servers.endpoint(partner.sftp(), out.start(), "recursive=true&maxDepth=4&autoCreate=false"
        + "&throwExceptionOnConnectFailed=false&useFixedDelay=true&initialDelay=1000&delay=" + settings.poll().inbox().toMillis()
        + (partner.moveToDone() ? "" : "&noop=true&idempotentKey=${file:name}-${file:size}-${file:modified}"));
    endpoint.setLocalWorkDirectory(spool.toString());
    endpoint.setFilter(filter(partner, out));
    if (partner.moveToDone()) {
      endpoint.setProcessStrategy(new MoveToDone());
    }
    return endpoint;
  }

  private GenericFileFilter<SftpRemoteFile> filter(PartnerProfile partner, OutFolder out) {
    return new GenericFileFilter<>() {
      @Override
      public boolean accept(GenericFile<SftpRemoteFile> file) {
        if (file.isDirectory()) {
          return out.leadsThrough(file.getAbsoluteFilePath());
        }
        return out.folderOf(file.getParent()).isPresent() && NOT_THERE_YET.stream().noneMatch(file.getFileName()::endsWith)
            && isSmallEnough(partner, file);
      }
    };
  }

  private boolean isSmallEnough(PartnerProfile partner, GenericFile<SftpRemoteFile> file) {
    if (file.getFileLength() <= partner.maxInboundBytes()) {
      return true;
    }
    String subject = "partner:" + partner.id() + file.getAbsoluteFilePath();
    cases.open(NewCase.about(CaseKind.FILE_TOO_LARGE, subject.substring(0, Math.min(SUBJECT_LENGTH, subject.length())),
        "Tệp " + file.getAbsoluteFilePath() + " dài " + file.getFileLength() + " byte, giới hạn " + partner.maxInboundBytes()
            + " byte; không tải về.").atPartner(partner.id()));
    return false;
  }
}
