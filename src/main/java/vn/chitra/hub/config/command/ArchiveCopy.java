package vn.chitra.hub.config.command;

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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import vn.chitra.hub.archive.Archive;

/** Copies archived files from one folder of an archive's form to another: those that miss there, each only if its bytes have its hash. */
final class ArchiveCopy {

  private final Path from;
  private final Path to;
  private final List<String> damaged = new ArrayList<>();
  private long copied;
  private long there;

  ArchiveCopy(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /** Never replaces a file. */
  ArchiveCopy run() throws IOException {
    if (!Files.isDirectory(from)) {
      return this;
    }
    try (Stream<Path> folders = Files.list(from)) {
      for (Path folder : folders.filter(one -> one.getFileName().toString().matches("[0-9a-f]{2}")).sorted().toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(one -> one.getFileName().toString().matches("[0-9a-f]{64}")).toList()) {
            copy(file, to.resolve(folder.getFileName()).resolve(file.getFileName()));
          }
        }
      }
    }
    return this;
  }

  private void copy(Path file, Path target) throws IOException {
    if (Files.exists(target)) {
      there++;
      return;
    }
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    MessageDigest digest = Archive.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest); OutputStream out = Files.newOutputStream(part)) {
      in.transferTo(out);
    }
    if (HexFormat.of().formatHex(digest.digest()).equals(file.getFileName().toString())) {
      force(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      copied++;
    } else {
      Files.delete(part);
      damaged.add(file.getFileName().toString());
    }
  }

  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  long copied() {
    return copied;
  }

  /** Files that were there before. */
  long there() {
    return there;
  }

  /** Hashes under which other bytes stand. */
  List<String> damaged() {
    return List.copyOf(damaged);
  }
}
