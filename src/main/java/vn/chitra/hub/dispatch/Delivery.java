package vn.chitra.hub.dispatch;

import java.time.Duration;

/** What is known after an attempt to bring a file to a partner. Unknown is a value: it never becomes "failed". */
public sealed interface Delivery {

  /** The partner's side was seen to hold our bytes. */
  record Proven(String seen) implements Delivery {}

  /** It may be there or not. */
  record Unknown(String why) implements Delivery {}

  /** It may be there or not, and the partner said when to come again. */
  record Later(String why, Duration after) implements Delivery {}

  /** The partner said something about the whole of it that is archived and queued: confirmation decides what it means. */
  record Spoken() implements Delivery {}

  /** Something else stands under our name: a person looks, nothing is overwritten. */
  record Conflict(String what) implements Delivery {}
}
