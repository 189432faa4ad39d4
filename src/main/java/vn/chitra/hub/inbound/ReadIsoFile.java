package vn.chitra.hub.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.channel.iso20022.DecryptionResult;
import vn.chitra.hub.channel.iso20022.FileEncryptions;
import vn.chitra.hub.channel.iso20022.IsoParseResult;
import vn.chitra.hub.channel.iso20022.IsoParseRules;
import vn.chitra.hub.channel.iso20022.IsoReader;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.inbound.ParseResult.Understood;
import vn.chitra.hub.partner.CodeTables;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Opens a file that a bank encrypted and reads the ISO 20022 message in it, whatever its name. What the bank did not sign is never looked
 * at. The clear text lies on the archive's disk only while it is read.
 */
@Component
class ReadIsoFile {

  private final Archive archive;
  private final FileEncryptions encryptions;
  private final DecryptedFiles opened;
  private final CodeTables codes;
  private final PaymentStatuses statuses;
  private final IsoReader reader = new IsoReader();

  ReadIsoFile(Archive archive, FileEncryptions encryptions, DecryptedFiles opened, CodeTables codes, PaymentStatuses statuses) {
    this.archive = archive;
    this.encryptions = encryptions;
    this.opened = opened;
    this.codes = codes;
    this.statuses = statuses;
  }

  /** Lines go to the statuses that were begun. */
  ParseResult read(PartnerProfile partner, StoredFile file) throws IOException {
    Path clear = archive.spool();
    try {
      DecryptionResult decryption = encryptions.with(partner).decryptAndVerify(archive.path(file.sha256()), clear);
      if (decryption instanceof DecryptionResult.Decrypted decrypted) {
        return read(partner, file, clear, decrypted.signer());
      }
      return new NotUnderstood(Problem.SIGNATURE, 0, "chữ ký", ((DecryptionResult.Refused) decryption).reason());
    } finally {
      Files.deleteIfExists(clear);
    }
  }

  private ParseResult read(PartnerProfile partner, StoredFile file, Path clear, String signer) throws IOException {
    String hash = hash(clear);
    Optional<Long> before = opened.understood(partner.id(), hash);
    opened.note(file.id(), partner.id(), hash, signer);
    if (before.isPresent()) {
      return new Understood(new InboundMessage.Repeated(before.get()));
    }
    IsoLines lines = new IsoLines(statuses, codes.named(partner.codes()), file, partner);
    IsoParseResult parsed = reader.read(partner, IsoParseRules.of(partner.isoTerms().parseRules()), clear, lines);
    return IsoInboundMessages.of(parsed, lines);
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = Archive.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
