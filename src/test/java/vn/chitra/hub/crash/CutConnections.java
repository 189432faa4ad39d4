package vn.chitra.hub.crash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/** Cuts an SFTP connection from the server's side, once for each arming. */
final class CutConnections implements SftpEventListener {

  /** In the middle of a file; before a rename; after a rename that the client never hears of. */
  static final List<String> PLACES = List.of("mid-file", "rename-asked", "rename-done");

  private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();
  private final AtomicReference<@Nullable String> cut = new AtomicReference<>();

  private record Armed(String place, int passings) {}

  /** @param passings from 1 */
  void arm(String place, int passings) {
    armed.set(new Armed(place, passings));
  }

  void disarm() {
    armed.set(null);
  }

  /** Where a connection was cut since the last call. */
  @Nullable String drain() {
    return cut.getAndSet(null);
  }

  @Override
  public void writing(ServerSession session, String remoteHandle, FileHandle handle, long offset, byte[] data, int dataOffset, int length)
      throws IOException {
    if (isNow("mid-file")) {
      try (FileChannel file = FileChannel.open(handle.getFile(), StandardOpenOption.WRITE)) {
        file.write(ByteBuffer.wrap(data, dataOffset, length / 2), offset);
      }
      cut(session, "mid-file");
    }
  }

  @Override
  public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
    if (isNow("rename-asked")) {
      cut(session, "rename-asked");
    }
  }

  @Override
  public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, @Nullable Throwable failure)
      throws IOException {
    if (isNow("rename-done")) {
      cut(session, "rename-done");
    }
  }

  private boolean isNow(String place) {
    Armed next = armed.updateAndGet(one -> one == null || !one.place().equals(place) ? one : new Armed(place, one.passings() - 1));
    return next != null && next.place().equals(place) && next.passings() == 0;
  }

  private void cut(ServerSession session, String place) throws IOException {
    armed.set(null);
    cut.set(place);
    session.close(true);
    throw new IOException("cut on purpose: " + place);
  }
}
