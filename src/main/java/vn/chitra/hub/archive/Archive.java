package vn.chitra.hub.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The archive of exact bytes: each file under its SHA-256 in {@code <root>/<first two digits>/<hash>}. A stored file is forced to disk
 * before its hash is returned, so no row names a missing file. Bytes without a row are unused and harmless. Storing the same bytes twice
 * keeps one copy.
 */
public final class Archive {

  private final Path root;

  /** @param root created where it is missing; may be a link to the folder that several processes share */
  public Archive(Path root) throws IOException {
    this.root = Files.isDirectory(root) ? root : Files.createDirectories(root);
  }

  /** Reads the stream to its end (bounded memory) and keeps its bytes; the caller closes the stream. */
  public StoredBytes store(InputStream bytes) throws IOException {
    Path spool = Files.createTempFile(root, "incoming-", ".spool");
    try {
      MessageDigest digest = sha256();
      long size;
      try (OutputStream out = Files.newOutputStream(spool)) {
        size = new DigestInputStream(bytes, digest).transferTo(out);
      }
      String hash = HexFormat.of().formatHex(digest.digest());
      Path target = path(hash);
      if (!Files.exists(target)) {
        force(spool);
        Files.createDirectories(target.getParent());
        Files.move(spool, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target.getParent());
      }
      return new StoredBytes(hash, size);
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  /** An empty scratch file on the archive's own disk; the caller deletes it. */
  public Path spool() throws IOException {
    return Files.createTempFile(root, "work-", ".spool");
  }

  /** A folder on the archive's own disk for temporary files of libraries; its content is not needed after a restore. */
  public Path scratchFolder() throws IOException {
    return Files.createDirectories(root.resolve("work"));
  }

  /** @throws java.nio.file.NoSuchFileException when nothing was stored under that hash */
  public InputStream open(String sha256) throws IOException {
    return new BufferedInputStream(Files.newInputStream(path(sha256)));
  }

  public Path root() {
    return root;
  }

  public Path path(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** A fresh digest of the kind the archive uses. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * @param sha256 lower-case hex
   * @param size bytes
   */
  public record StoredBytes(String sha256, long size) {}
}
