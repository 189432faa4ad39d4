package vn.chitra.hub.batch.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;

class PartnerUploadComponentTests {

  private static final Upload UPLOAD = new Upload(7, "agribank", "agribank", "/in", "CT.csv", Path.of("x"), "ab", 2, 3);

  private final SftpUploads uploads = mock(SftpUploads.class);
  private final SendBatch send = mock(SendBatch.class);
  private final DefaultCamelContext camel = new DefaultCamelContext();

  @BeforeEach
  void start() {
    camel.addComponent(PartnerUploadComponent.SCHEME, new PartnerUploadComponent(uploads, send));
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void givesWhatIsKnownAfterTheAttempt() {
    UploadResult unknown = new UploadResult.Unknown("hết giờ");
    when(uploads.deliver(eq(UPLOAD), any())).thenReturn(unknown);

    assertThat(camel.createProducerTemplate().requestBody("partner-upload:sftp", UPLOAD)).isEqualTo(new UploadAttempt(7, 3, unknown));
  }

  @Test
  void looksWhetherTheAttemptIsStillUnderWay() {
    when(send.isUnderWay(UPLOAD)).thenReturn(true);
    when(uploads.deliver(eq(UPLOAD), any())).then(call ->
        new UploadResult.Proven(Boolean.toString(call.getArgument(1, BooleanSupplier.class).getAsBoolean())));

    assertThat(camel.createProducerTemplate().requestBody("partner-upload:sftp", UPLOAD, UploadAttempt.class).result())
        .isEqualTo(new UploadResult.Proven("true"));
  }

  @Test
  void knowsNoOtherProtocolAndFetchesNothing() {
    assertThatThrownBy(() -> camel.getEndpoint("partner-upload:ftp")).isInstanceOf(ResolveEndpointFailedException.class);
    assertThatThrownBy(() -> camel.getEndpoint("partner-upload:sftp").createConsumer(exchange -> { }))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
