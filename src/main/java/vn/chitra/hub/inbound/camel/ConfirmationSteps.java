package vn.chitra.hub.inbound.camel;

import java.io.File;
import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;
import vn.chitra.hub.inbound.ConfirmFile;
import vn.chitra.hub.inbound.ReceiveFile;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/** The steps of receiving and confirming. */
@Component("confirmationSteps")
public final class ConfirmationSteps {

  private final Partners partners;
  private final ReceiveFile receive;
  private final ConfirmFile confirm;

  ConfirmationSteps(Partners partners, ReceiveFile receive, ConfirmFile confirm) {
    this.partners = partners;
    this.receive = receive;
    this.confirm = confirm;
  }

  /** Archives the fetched file and says under which name it goes into {@code done/}. */
  public void receive(Exchange exchange) throws IOException {
    PartnerProfile partner = partners.byId(exchange.getProperty("hubPartner", String.class)).orElseThrow();
    GenericFile<?> file = exchange.getIn().getBody(GenericFile.class);
    String folder = new OutFolder(partner.outFolder()).folderOf(file.getParent()).orElseThrow();
    File local = exchange.getIn().getBody(File.class);
    exchange.setProperty(MoveToDone.NAME, receive.receive(partner, folder, file.getFileNameOnly(), local.toPath()));
  }

  public void confirm(@Body String fileId) throws IOException {
    confirm.confirm(Long.parseLong(fileId));
  }
}
