package vn.chitra.hub.operations.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request whose body was read already and can be read again. */
final class ReadBody extends HttpServletRequestWrapper {

  private final byte[] body;

  private ReadBody(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /** Empty when the body is longer than {@code atMost} bytes; no more than that is ever held. */
  static Optional<ReadBody> of(HttpServletRequest request, int atMost) throws IOException {
    byte[] body = request.getInputStream().readNBytes(atMost + 1);
    return body.length > atMost ? Optional.empty() : Optional.of(new ReadBody(request, body));
  }

  byte[] bytes() {
    return body.clone();
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] into, int from, int length) {
        return bytes.read(into, from, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("read as it stands");
      }
    };
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }
}
