package vn.chitra.hub.batch.camel;

import org.apache.camel.CamelContext;
import vn.chitra.hub.batch.SftpSettings;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.partner.Partners;

/** Servers and uploads for tests of other packages. */
public final class TestUploads {

  private TestUploads() {}

  public static SftpServers servers(CamelContext camel, SftpSettings settings) {
    return new SftpServers(camel, settings);
  }

  public static SftpUploads of(SftpServers servers, Partners partners, PartnerLogins logins) {
    return new SftpUploads(servers, partners, logins);
  }

  public static UploadResult deliver(SftpUploads uploads, Upload upload) {
    return uploads.deliver(upload);
  }
}
