package vn.chitra.hub.channel.bankapi;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Calls to a partner's API, within its limits and with a token that is renewed before it ends, and once more when the partner refuses it.
 * Nothing is sent twice but after 401 or 403.
 */
public interface BankApi {

  /** Never throws for what happens at the partner or on the way. */
  Reply call(PartnerProfile partner, Call call);

  /** Which of the partner's limits a call counts for. */
  enum Lane { CALLS, NAMES }

  /**
   * @param path below the API's address, encoded
   * @param query encoded, or null
   * @param headers beside those of every call
   * @param body exact bytes; empty for GET
   */
  record Call(String method, String path, @Nullable String query, Map<String, String> headers, byte[] body, Lane lane) {

    public static Call get(String path, @Nullable String query, Lane lane) {
      return new Call("GET", path, query, Map.of(), new byte[0], lane);
    }
  }

  /** What came back. */
  sealed interface Reply {

    /**
     * An answer below 500.
     *
     * @param body within the profile's limit
     * @param retryAfter what the partner asks for, or null
     */
    record Answered(int status, byte[] body, @Nullable Duration retryAfter) implements Reply {}

    /** No answer, one of 500 or above, one too long, or no call at all: whatever was asked for may have happened. */
    record Silent(String why) implements Reply {}
  }
}
