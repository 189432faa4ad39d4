package vn.chitra.hub.batch;

import java.time.Duration;

/** What is known after an attempt to upload a file to a partner. Unknown is a value: it never becomes "failed". */
public sealed interface UploadResult {

  /** The partner's side was seen to hold our bytes. */
  record Proven(String seen) implements UploadResult {}

  /** It may be there or not. */
  record Unknown(String why) implements UploadResult {}

  /** It may be there or not, and the partner said when to come again. */
  record Later(String why, Duration after) implements UploadResult {}

  /** The partner said something about the whole of it that is archived and queued: what it means is decided when it is read. */
  record Spoken() implements UploadResult {}

  /** Something else stands under our name: a person looks, nothing is overwritten. */
  record Conflict(String what) implements UploadResult {}
}
