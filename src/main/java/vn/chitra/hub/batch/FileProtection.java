package vn.chitra.hub.batch;

import java.io.IOException;
import java.nio.file.Path;
import vn.chitra.hub.partner.PartnerProfile;

/** Encrypts and signs a verified file for partners that require it. It runs once per batch: no two encryptions give the same bytes. */
public interface FileProtection {

  boolean isWanted(PartnerProfile partner);

  /**
   * @param fileName on the partner's side
   * @param file holds the clear bytes before, the protected ones after
   * @throws IOException the batch is not built then
   */
  void protect(PartnerProfile partner, String fileName, Path file) throws IOException;
}
