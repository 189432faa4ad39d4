package vn.chitra.hub.channel.iso20022;

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
import vn.chitra.hub.inbound.DecryptedFiles;
import vn.chitra.hub.inbound.InboundFile;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.InboundParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.inbound.ParseResult.Understood;
import vn.chitra.hub.inbound.StatusSink;
import vn.chitra.hub.partner.CodeTables;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Decrypts a bank's file and parses the ISO 20022 message in it, under any file name. Content without the bank's signature is never parsed.
 * The clear text is on the archive's disk only while it is read.
 */
@Component
class IsoInboundParser implements InboundParser {

  private final Archive archive;
  private final FileEncryptions encryptions;
  private final DecryptedFiles opened;
  private final CodeTables codes;
  private final IsoReader reader = new IsoReader();

  IsoInboundParser(Archive archive, FileEncryptions encryptions, DecryptedFiles opened, CodeTables codes) {
    this.archive = archive;
    this.encryptions = encryptions;
    this.opened = opened;
    this.codes = codes;
  }

  /** Accepts any name: the message itself states its type. */
  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.iso() != null;
  }

  @Override
  public boolean nameIsDictated() {
    return false;
  }

  @Override
  public boolean endsShort(Path bytes) throws IOException {
    return PgpEnd.isMissing(bytes);
  }

  @Override
  public ParseResult read(InboundFile file, StatusSink statuses) throws IOException {
    if (PgpEnd.isMissing(file.bytes())) {
      return new NotUnderstood(Problem.TRUNCATED, 0, null, "Tệp mã hoá bị cắt hoặc chưa ghi xong");
    }
    Path clear = archive.spool();
    try {
      DecryptionResult decryption = encryptions.with(file.partner()).decryptAndVerify(file.bytes(), clear);
      if (decryption instanceof DecryptionResult.Decrypted decrypted) {
        return read(file, clear, decrypted.signer(), statuses);
      }
      return new NotUnderstood(Problem.SIGNATURE, 0, "chữ ký", ((DecryptionResult.Refused) decryption).reason());
    } finally {
      Files.deleteIfExists(clear);
    }
  }

  private ParseResult read(InboundFile file, Path clear, String signer, StatusSink statuses) throws IOException {
    PartnerProfile partner = file.partner();
    String hash = hash(clear);
    Optional<Long> before = opened.understood(partner.id(), hash);
    opened.note(file.id(), partner.id(), hash, signer);
    if (before.isPresent()) {
      return new Understood(new InboundMessage.Repeated(before.get()));
    }
    IsoLines lines = new IsoLines(statuses, codes.named(partner.codes()), file);
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
