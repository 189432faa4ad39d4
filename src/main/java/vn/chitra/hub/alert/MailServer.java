package vn.chitra.hub.alert;

import java.time.Instant;

/** Sends a letter to a mail server. */
public interface MailServer {

  /** The result of an attempt. */
  enum Outcome {
    /** The server took it. */
    TAKEN,
    /** It certainly did not: there was no connection. Every other letter would fare the same. */
    AWAY,
    /** It certainly did not: it refused our login. Every other letter would fare the same, and each further try may lock the account. */
    LOGIN_REFUSED,
    /** It certainly did not: the server refused this letter. */
    REFUSED,
    /** Perhaps it did: the same letter must go again under the same Message-ID. */
    UNKNOWN
  }

  /** Sends a letter. Never throws for an error of the server; holds no lock or transaction of the hub. */
  Outcome hand(Letter letter, Instant date);
}
