package vn.chitra.hub.confirmation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import vn.chitra.hub.dispatch.iso.Opening;
import vn.chitra.hub.dispatch.iso.Sealing;
import vn.chitra.hub.dispatch.iso.Sealings;
import vn.chitra.hub.partner.PartnerProfile;

/** Stands for OpenPGP in a story: a first line that says who sealed it. */
public final class StorySeals implements Sealings, Sealing {

  private static final byte[] BY_BANK = "SEALED BY THE BANK\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BY_US = "SEALED BY US\n".getBytes(StandardCharsets.US_ASCII);

  /** As the bank would do it; the mark makes one content different bytes. */
  public static byte[] byBank(String clear, String mark) {
    return (new String(BY_BANK, StandardCharsets.US_ASCII) + mark + "\n" + clear).getBytes(StandardCharsets.UTF_8);
  }

  /** What we sealed. */
  public static String opened(byte[] sealed) {
    return new String(Arrays.copyOfRange(sealed, BY_US.length, sealed.length), StandardCharsets.UTF_8);
  }

  @Override
  public Sealing with(PartnerProfile partner) {
    return this;
  }

  @Override
  public void seal(Path clear, String innerName, Path sealed) throws IOException {
    Files.write(sealed, BY_US);
    Files.write(sealed, Files.readAllBytes(clear), StandardOpenOption.APPEND);
  }

  @Override
  public Opening open(Path sealed, Path clear) throws IOException {
    byte[] bytes = Files.readAllBytes(sealed);
    if (!Arrays.equals(BY_BANK, Arrays.copyOf(bytes, BY_BANK.length))) {
      return new Opening.Refused(Opening.Why.UNSIGNED, "Tệp không có chữ ký của ngân hàng");
    }
    int from = BY_BANK.length;
    while (bytes[from] != '\n') {
      from++;
    }
    Files.write(clear, Arrays.copyOfRange(bytes, from + 1, bytes.length));
    return new Opening.Opened("0123456789ABCDEF");
  }
}
