package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.chitra.hub.inbound.HubStory.InboundFile;

/** A spreadsheet that was taken apart and put together again. */
final class SpoiltSheet {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private final InboundFile good;

  private SpoiltSheet(InboundFile good) {
    this.good = good;
  }

  static SpoiltSheet of(InboundFile good) {
    return new SpoiltSheet(good);
  }

  InboundFile replaced(String from, String to) {
    return rewritten(SHEET, xml -> {
      assertThat(xml).contains(from);
      return xml.replace(from, to);
    });
  }

  InboundFile declaring(String entities) {
    return rewritten(SHEET, xml -> xml.replaceFirst("<worksheet ", "<!DOCTYPE worksheet [" + entities + "]><worksheet "));
  }

  InboundFile nested(String part) {
    int deep = 200_000;
    return rewritten(part, xml -> {
      int end = xml.lastIndexOf("</");
      return xml.substring(0, end) + "<x>".repeat(deep) + "</x>".repeat(deep) + xml.substring(end);
    });
  }

  /** One more part of so many zeros. */
  InboundFile with(String part, int zeros) {
    return put(to -> {
      to.putNextEntry(new ZipEntry(part));
      byte[] block = new byte[1 << 16];
      for (int left = zeros; left > 0; left -= block.length) {
        to.write(block);
      }
    }, "", UnaryOperator.identity());
  }

  private InboundFile rewritten(String part, UnaryOperator<String> change) {
    return put(to -> { }, part, change);
  }

  private InboundFile put(Addition addition, String part, UnaryOperator<String> change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(good.bytes())); ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        byte[] content = from.readAllBytes();
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(entry.getName().equals(part)
            ? change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : content);
      }
      addition.to(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new InboundFile(good.partner(), good.folder(), good.name(), bytes.toByteArray());
  }

  private interface Addition {

    void to(ZipOutputStream zip) throws IOException;
  }
}
