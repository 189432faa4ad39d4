package vn.chitra.hub.channel.bankapi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of submitting a bulk to its bank. */
public sealed interface BulkReply {

  /** The bank holds the bulk under its own id. @param answer its exact bytes */
  record Held(String bulkId, int status, byte[] response) implements BulkReply {}

  /** The bank answered our POST with a client error: the answer is archived unchanged, and the inbound route decides its meaning. */
  record Stated(int status, byte[] response) implements BulkReply {}

  /** The bank may hold the bulk or not. @param after the time until the next try where login or call is put off, or null */
  record NotKnown(String why, @Nullable Duration after) implements BulkReply {}
}
