package vn.chitra.hub.channel.bankapi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of bringing a bulk to its bank. */
public sealed interface BulkReply {

  /** The bank holds it under an id of its own. @param answer its exact bytes */
  record Held(String bulkId, int status, byte[] response) implements BulkReply {}

  /** The bank answered our POST with a client error: archived as it is, what it means is decided when it is read. */
  record Stated(int status, byte[] response) implements BulkReply {}

  /** It may be there or not. @param after when the bank wants to be asked again, or null */
  record NotKnown(String why, @Nullable Duration after) implements BulkReply {}
}
