package vn.chitra.hub.inbound.camel;

import java.io.File;
import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.inbound.ApplyFile;
import vn.chitra.hub.inbound.ReceiveFile;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/** Route beans that receive and apply partners' files. */
@Component("inboundSteps")
public final class InboundSteps {

  private final Partners partners;
  private final ReceiveFile receive;
  private final ApplyFile apply;

  InboundSteps(Partners partners, ReceiveFile receive, ApplyFile apply) {
    this.partners = partners;
    this.receive = receive;
    this.apply = apply;
  }

  /**
   * Archives the fetched file and queues it, in one commit.
   *
   * @return the name under which it may go into {@code done/}; empty for one that ends short and stays
   */
  public String receive(@ExchangeProperty("hubPartner") String partnerId, @Header("CamelFileParent") String parent,
      @Header(Exchange.FILE_NAME_ONLY) String name, @Body File local) throws IOException {
    PartnerProfile partner = partners.byId(partnerId).orElseThrow();
    String folder = new OutFolder(partner.outFolder()).folderOf(parent).orElseThrow();
    return receive.receive(partner, folder, name, local.toPath());
  }

  /** Null when the file was applied before. */
  public ApplyFile.@Nullable Recognised recognise(@Body String fileId) {
    return apply.recognise(Long.parseLong(fileId)).orElse(null);
  }

  public ApplyFile.Parsed parse(@Body ApplyFile.Recognised file) throws IOException {
    return apply.parse(file);
  }

  public void apply(@Body ApplyFile.Parsed file) {
    apply.apply(file);
  }

  public void keep(@Body ApplyFile.Parsed file) {
    apply.keep(file);
  }

  public void ignore(@Body ApplyFile.Parsed file) {
    apply.ignore(file);
  }

  public void setAside(@Body ApplyFile.Parsed file) {
    apply.setAside(file);
  }

  public void complete(@Body ApplyFile.Parsed file) {
    apply.complete(file);
  }
}
