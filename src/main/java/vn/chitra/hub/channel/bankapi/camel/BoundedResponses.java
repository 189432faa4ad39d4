package vn.chitra.hub.channel.bankapi.camel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpEntityContainer;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Rejects a response that is longer than the limit, so that memory stays bounded. It requests no compression, because a small compressed
 * response may unpack without end. It repeats no request by itself.
 *
 * @param most bytes
 */
record BoundedResponses(long most) implements HttpClientConfigurer {

  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    client.addResponseInterceptorLast(this::bound).disableContentCompression().disableAutomaticRetries().disableCookieManagement();
  }

  private void bound(HttpResponse response, EntityDetails details, HttpContext context) {
    if (response instanceof HttpEntityContainer holder && holder.getEntity() != null) {
      holder.setEntity(new Bounded(holder.getEntity(), most));
    }
  }

  private static final class Bounded extends HttpEntityWrapper {

    private final long most;

    Bounded(HttpEntity whole, long most) {
      super(whole);
      this.most = most;
    }

    @Override
    public InputStream getContent() throws IOException {
      return new UpTo(super.getContent(), most);
    }
  }

  private static final class UpTo extends FilterInputStream {

    private long left;

    UpTo(InputStream in, long most) {
      super(in);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      take(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = super.read(buffer, from, length);
      take(Math.max(n, 0));
      return n;
    }

    private void take(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("the answer is longer than allowed");
      }
    }
  }
}
