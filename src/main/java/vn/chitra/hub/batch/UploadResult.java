package vn.chitra.hub.batch;

import java.time.Duration;

/** The result of one attempt to upload a file to a partner. Unknown is a value of its own: it never becomes "failed". */
public sealed interface UploadResult {

  /** The partner is proven to hold our bytes. */
  record Proven(String seen) implements UploadResult {}

  /** The partner may hold the file or not. */
  record Unknown(String why) implements UploadResult {}

  /**
   * No attempt: a refused login is waited for, or the partner wants a retry later. The partner holds the file or not, as before.
   *
   * @param after the time until the next attempt
   */
  record Later(String why, Duration after) implements UploadResult {}

  /** The partner replied about the whole file or bulk. The reply is archived and queued; the inbound route decides its meaning. */
  record Replied() implements UploadResult {}

  /** A different file stands under our name: nothing is overwritten, a person decides. */
  record Conflict(String what) implements UploadResult {}
}
