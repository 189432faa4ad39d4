package vn.chitra.hub.operations.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** One caller, for counting: an IPv4 address, or the /64 network of an IPv6 address, of which a subscriber has all. */
final class CallerNetwork {

  private static final int BYTES_OF_NETWORK = 8;

  private CallerNetwork() {}

  /** @param address in digits; anything else is returned as it is */
  static String of(String address) {
    if (!address.matches("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*")) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();   // of digits: no name is looked up
      return bytes.length == 4 ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES_OF_NETWORK));
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }
}
