package vn.chitra.hub.batch.camel;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadAttempt;

/**
 * The Camel endpoint {@code partner-upload:sftp}: an {@link Upload} goes in, an {@link UploadAttempt} comes out. Camel's own SFTP producer
 * is not used, because it may overwrite an existing file at the partner. A failure at the partner is a result and never an exception.
 */
@Component(PartnerUploadComponent.SCHEME)
class PartnerUploadComponent extends DefaultComponent {

  /** The scheme in endpoint addresses. */
  static final String SCHEME = "partner-upload";

  private static final String PROTOCOL = "sftp";

  private final SftpUploads uploads;
  private final SendBatch send;

  PartnerUploadComponent(SftpUploads uploads, SendBatch send) {
    this.uploads = uploads;
    this.send = send;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    if (!PROTOCOL.equals(remaining)) {
      throw new IllegalArgumentException(uri + ": only " + SCHEME + ":" + PROTOCOL + " is known");
    }
    return new PartnerUpload(uri, this);
  }

  private UploadAttempt upload(Upload file) {
    return new UploadAttempt(file.batchId(), file.attempt(), uploads.deliver(file, () -> send.isUnderWay(file)));
  }

  private static final class PartnerUpload extends DefaultEndpoint {

    private final PartnerUploadComponent component;

    PartnerUpload(String uri, PartnerUploadComponent component) {
      super(uri, component);
      this.component = component;
    }

    @Override
    public boolean isRemote() {
      return true;
    }

    @Override
    public Producer createProducer() {
      return new DefaultProducer(this) {
        @Override
        public void process(Exchange exchange) throws Exception {
          exchange.getMessage().setBody(component.upload(exchange.getMessage().getMandatoryBody(Upload.class)));
        }
      };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
      throw new UnsupportedOperationException("nothing is fetched through " + SCHEME);
    }
  }
}
