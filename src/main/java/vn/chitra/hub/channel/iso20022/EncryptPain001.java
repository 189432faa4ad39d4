package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.FileProtection;
import vn.chitra.hub.partner.PartnerProfile;

/** Encrypts a pain.001 to the bank's keys and signs it with ours (contract §3). */
@Component
final class EncryptPain001 implements FileProtection {

  private final FileEncryptions encryptions;
  private final Archive archive;

  EncryptPain001(FileEncryptions encryptions, Archive archive) {
    this.encryptions = encryptions;
    this.archive = archive;
  }

  @Override
  public boolean isWanted(PartnerProfile partner) {
    return partner.iso() != null;
  }

  @Override
  public void protect(PartnerProfile partner, String fileName, Path file) throws IOException {
    Path encrypted = archive.spool();
    try {
      encryptions.with(partner).encryptAndSign(file, fileName.substring(0, fileName.lastIndexOf('.')), encrypted);
      Files.move(encrypted, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(encrypted);
    }
  }
}
