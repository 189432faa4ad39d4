package vn.chitra.hub.dispatch;

/** What is known after an attempt to bring a file to a partner. Unknown is a value: it never becomes "failed". */
public sealed interface Delivery {

  /** The partner's side was seen to hold our bytes. */
  record Proven(String seen) implements Delivery {}

  /** It may be there or not. */
  record Unknown(String why) implements Delivery {}

  /** Something else stands under our name: a person looks, nothing is overwritten. */
  record Conflict(String what) implements Delivery {}
}
