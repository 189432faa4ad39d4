package vn.chitra.hub.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A connection between a client and a server on this machine that breaks after so many bytes from the client. */
public final class CutWire implements AutoCloseable {

  private final ServerSocket listening;
  private final int server;
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  public CutWire(int server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Breaks once so many more bytes have come from the client; afterwards it is whole again. */
  public void cutAfter(long bytes) {
    left.set(bytes);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    breakAll();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
        open.addAll(List.of(client, target));
        daemon(() -> pass(client, target, true));
        daemon(() -> pass(target, client, false));
      } catch (IOException e) {
        breakAll();
      }
    }
  }

  private void pass(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[8 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (counted && left.addAndGet(-n) < 0) {
          left.set(Long.MAX_VALUE);
          breakAll();
          return;
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // one side is gone: so is the other
    }
    breakAll();
  }

  private void breakAll() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        // it is closed all the same
      }
    }
    open.clear();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "cut-wire");
    thread.setDaemon(true);
    thread.start();
  }
}
