package vn.chitra.hub.channel.commune;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook as a zip with reproducible bytes: fixed times, no creation date in the document's properties, and parts stored without
 * compression, because compressed bytes differ between versions of zlib.
 */
final class FixedZip {

  private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern CREATED = Pattern.compile("<dcterms:created .*?</dcterms:created>");

  private FixedZip() {}

  /** Leaves {@code out} open; one part at a time passes through a buffer. */
  static void copy(Path workbook, OutputStream out) throws IOException {
    try (ZipFile from = new ZipFile(workbook.toFile())) {
      ZipOutputStream to = new ZipOutputStream(out);
      to.setMethod(ZipOutputStream.STORED);
      for (ZipEntry part : Collections.list(from.entries())) {
        if (part.getName().equals(PROPERTIES)) {
          timeless(from, part, to);
        } else {
          to.putNextEntry(stored(part.getName(), part.getSize(), part.getCrc()));
          try (InputStream bytes = from.getInputStream(part)) {
            bytes.transferTo(to);
          }
          to.closeEntry();
        }
      }
      to.finish();
    }
  }

  private static void timeless(ZipFile from, ZipEntry part, ZipOutputStream to) throws IOException {
    byte[] bytes;
    try (InputStream in = from.getInputStream(part)) {
      String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      bytes = CREATED.matcher(xml).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    to.putNextEntry(stored(part.getName(), bytes.length, crc.getValue()));
    to.write(bytes);
    to.closeEntry();
  }

  private static ZipEntry stored(String name, long size, long crc) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(crc);
    return entry;
  }
}
