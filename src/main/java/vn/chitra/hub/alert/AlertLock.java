package vn.chitra.hub.alert;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A lock over all instances of the hub, so that the steps that write, merge and claim mails see each other's rows complete. */
@Component
class AlertLock {

  private static final long KEY = 0x616c657274L;   // "alert"

  private final JdbcClient jdbc;

  AlertLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for it; kept until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take() {
    jdbc.sql("select 1 from pg_advisory_xact_lock(:key)").param("key", KEY).query(Integer.class).single();
  }
}
