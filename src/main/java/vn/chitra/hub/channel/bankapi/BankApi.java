package vn.chitra.hub.channel.bankapi;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Calls a partner's API, within its rate limits. The access token is renewed before it expires, and once more when the partner refuses it.
 * A request is repeated only after 401 or 403; when the fresh token is refused too, the API (401) or only that operation (403) is left
 * alone for a while, and a case is open until it succeeds.
 */
public interface BankApi {

  /** Makes a call. Never throws for an error at the partner or in the network. */
  Reply call(PartnerProfile partner, Call call);

  /** The partner's rate limit for which a call counts. */
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

  /** The result of a call. */
  sealed interface Reply {

    /**
     * A response with a status below 500.
     *
     * @param body within the profile's limit
     * @param retryAfter what the partner asks for, or null
     */
    record Answered(int status, byte[] body, @Nullable Duration retryAfter) implements Reply {}

    /**
     * No usable response: none came, its status was 500 or above, it was too long, or the call was not made. The request may have taken
     * effect.
     *
     * @param after the call was not made because login or operation is refused: the time until the next try; else null
     */
    record Silent(String why, @Nullable Duration after) implements Reply {

      public Silent(String why) {
        this(why, null);
      }
    }
  }
}
