package vn.chitra.hub.alert;

import java.time.Instant;

/** Hands a letter to a mail server. */
public interface MailServer {

  /** What is known after an attempt. */
  enum Outcome {
    /** The server took it. */
    TAKEN,
    /** It certainly did not: there was no connection or no login. Every other letter would fare the same. */
    AWAY,
    /** It certainly did not: the server refused this letter. */
    REFUSED,
    /** Perhaps it did: the same letter must go again under the same Message-ID. */
    UNKNOWN
  }

  /** Never throws for what a server does; holds no lock or transaction of ours. */
  Outcome hand(Letter letter, Instant date);
}
