package vn.chitra.hub.sim;

import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Checks that clients obey the common rules: only {@code NAME.<attempt>.part} is written, it becomes {@code NAME} by a rename, an answer is
 * only ever moved to {@code done/} beside it, and nothing is deleted.
 */
public final class UploadWatch implements SftpEventListener {

  private static final Pattern PART = Pattern.compile("(.+)\\.\\d+\\.part");

  private final ConcurrentLinkedQueue<Breach> breaches = new ConcurrentLinkedQueue<>();

  /** @param path as the user sees it */
  public record Breach(String user, String path, String what) {}

  List<Breach> drain() {
    List<Breach> drained = new ArrayList<>();
    for (Breach next = breaches.poll(); next != null; next = breaches.poll()) {
      drained.add(next);
    }
    return drained;
  }

  @Override
  public void writing(ServerSession session, String remoteHandle, FileHandle handle, long offset, byte[] data, int dataOffset,
      int length) {
    if (!PART.matcher(handle.getFile().getFileName().toString()).matches()) {
      breach(session, handle.getFile(), "written under a name that is not NAME.<attempt>.part");
    }
  }

  /** Before it happens: the server lets a rename replace a file, as OpenSSH's does. */
  @Override
  public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) {
    if (Files.exists(to)) {
      breach(session, to, "replaced by a rename of " + from.getFileName());
    }
  }

  @Override
  public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options,
      @Nullable Throwable failure) {
    var part = PART.matcher(from.getFileName().toString());
    boolean sameFolder = from.getParent().equals(to.getParent());
    boolean upload = part.matches() && sameFolder && part.group(1).equals(to.getFileName().toString());
    boolean toDone = to.getParent().equals(from.resolveSibling("done"));
    if (failure == null && !upload && !toDone) {
      breach(session, from, "renamed to " + to.getFileName() + ", neither an upload nor a move to done/");
    }
  }

  @Override
  public void removing(ServerSession session, Path path, boolean isDirectory) {
    boolean unfinished = PART.matcher(path.getFileName().toString()).matches();
    if (!unfinished && Files.exists(path)) {   // asking to remove what is not there harms nobody
      breach(session, path, "deleted by the hub");
    }
  }

  private void breach(ServerSession session, Path path, String what) {
    breaches.add(new Breach(session.getUsername(), path.toString(), what));
  }
}
