package vn.chitra.hub.operations.web;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A port of its own for health and metrics, with connections and threads of its own: it still works when the console's port is overloaded.
 *
 * @param port null: only the console's port has them
 * @param address of one of this machine's networks
 */
@ConfigurationProperties("hub.management")
public record ManagementSettings(@Nullable Integer port, InetAddress address) {

  public ManagementSettings(@Nullable Integer port, @Nullable InetAddress address) {
    this.port = port;
    this.address = address == null ? InetAddress.getLoopbackAddress() : address;
  }
}
