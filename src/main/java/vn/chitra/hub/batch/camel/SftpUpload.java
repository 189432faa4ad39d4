package vn.chitra.hub.batch.camel;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadResult;

/**
 * One attempt to upload one file to one folder: {@code NAME.<attempt>.part}, rename to {@code NAME}, size read back; or {@code NAME} and an
 * empty {@code NAME.done} where the server forbids the rename (contract §0.4). No existing file is ever overwritten: only our own
 * unfinished {@code NAME} without {@code NAME.done} is completed.
 */
final class SftpUpload {

  private final SftpLink link;
  private final Upload file;
  private final BooleanSupplier underWay;
  private final String target;
  private final String done;

  /** @param underWay false when another attempt has taken over meanwhile: then this one gives nothing a name */
  SftpUpload(SftpLink link, Upload file, BooleanSupplier underWay) {
    this.link = link;
    this.file = file;
    this.underWay = underWay;
    this.target = file.folder() + "/" + file.name();
    this.done = target + ".done";
  }

  /** @throws RenameForbidden when the server does not let us rename; {@code NAME} is not there then */
  UploadResult byRename() throws IOException, SftpException, RenameForbidden {
    OptionalLong existing = link.size(target);
    if (existing.isPresent()) {
      return compare(existing.getAsLong());
    }
    String part = target + "." + file.attempt() + ".part";
    link.write(file.bytes(), part);
    if (!underWay.getAsBoolean()) {
      return new UploadResult.Unknown("một lần gửi khác đã tiếp quản");
    }
    try {
      link.rename(part, target);
    } catch (SftpException e) {
      return afterRefusedRename(e);
    }
    return readBack();
  }

  /** @return what is known; never an unfinished file with its {@code NAME.done} */
  UploadResult withDoneFile() throws IOException, SftpException {
    OptionalLong existing = link.size(target);
    boolean finished = link.size(done).isPresent();
    if (existing.isEmpty()) {
      if (finished) {
        return new UploadResult.Unknown("tệp .done còn đó, tệp chính không còn; chờ đối tác trả lời");
      }
      link.write(file.bytes(), target);
    } else if (existing.getAsLong() < file.size() && !finished && isOurBeginning(existing.getAsLong())) {
      link.complete(file.bytes(), target);
    } else if (compare(existing.getAsLong()) instanceof UploadResult.Conflict conflict) {
      return conflict;
    } else if (finished) {
      return new UploadResult.Proven("đã có sẵn cùng tệp .done, cùng mã băm");
    }
    UploadResult seen = readBack();
    if (seen instanceof UploadResult.Proven) {
      link.writeEmpty(done);
    }
    return seen;
  }

  private UploadResult afterRefusedRename(SftpException refused) throws IOException, SftpException, RenameForbidden {
    OptionalLong existing = link.size(target);
    if (existing.isPresent()) {
      return compare(existing.getAsLong());
    }
    if (refused.id == ChannelSftp.SSH_FX_PERMISSION_DENIED || refused.id == ChannelSftp.SSH_FX_OP_UNSUPPORTED) {
      throw new RenameForbidden(refused);
    }
    throw refused;
  }

  private UploadResult readBack() throws SftpException {
    OptionalLong seen = link.size(target);
    if (seen.isEmpty()) {
      return new UploadResult.Unknown("đã gửi đủ nhưng không còn thấy tệp");
    }
    return seen.getAsLong() == file.size()
        ? new UploadResult.Proven("kích thước đọc lại " + seen.getAsLong() + " byte")
        : new UploadResult.Unknown("kích thước đọc lại " + seen.getAsLong() + " byte, cần " + file.size());
  }

  private UploadResult compare(long existing) throws IOException, SftpException {
    if (existing != file.size()) {
      return new UploadResult.Conflict("kích thước " + existing + " byte, của ta " + file.size());
    }
    try (InputStream in = link.read(target)) {
      String hash = hash(in, existing);
      return hash.equals(file.sha256()) ? new UploadResult.Proven("đã có sẵn, cùng mã băm")
          : new UploadResult.Conflict("cùng kích thước, mã băm " + hash);
    }
  }

  private boolean isOurBeginning(long length) throws IOException, SftpException {
    try (InputStream theirs = link.read(target); InputStream ours = Files.newInputStream(file.bytes())) {
      return hash(theirs, length).equals(hash(ours, length));
    }
  }

  private static String hash(InputStream in, long length) throws IOException {
    MessageDigest digest = Archive.sha256();
    byte[] buffer = new byte[1 << 16];
    long left = length;
    for (int n = 0; left > 0 && n >= 0; left -= Math.max(n, 0)) {
      n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      digest.update(buffer, 0, Math.max(n, 0));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The server refuses our rename. */
  static final class RenameForbidden extends Exception {

    private static final long serialVersionUID = 1;

    private RenameForbidden(SftpException refused) {
      super(refused);
    }
  }
}
