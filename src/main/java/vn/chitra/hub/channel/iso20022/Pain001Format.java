package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.partner.PartnerKind;

/**
 * {@code pain.001.001.09} of contract §3.2, as clear XML; {@link FileEncryption} encrypts it for sending under {@link #fileName}. Streams
 * in both directions: memory does not grow with the number of transactions. A header without funding account or value date is a mistake of
 * the caller ({@link NullPointerException}).
 */
public final class Pain001Format implements FileFormat<BankInstruction> {

  @Override
  public PartnerKind kind() {
    return PartnerKind.BANK_ISO;
  }

  @Override
  public String fileName(BatchHeader header) {
    return header.partner().sender() + "-PAIN001-" + String.format(Locale.ROOT, "%06d", header.seq()) + ".xml.pgp";
  }

  @Override
  public void write(BatchHeader header, Iterator<BankInstruction> lines, OutputStream out) throws IOException {
    new Pain001Writer(header, out).write(lines);
  }

  @Override
  public List<String> check(BatchHeader header, Path bytes, Iterator<BankInstruction> lines) throws IOException {
    return new Pain001Check(header, lines).complaintsAbout(bytes);
  }
}
