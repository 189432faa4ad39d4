package vn.chitra.hub.operations.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.audit.AuditTrail;

/**
 * Writes failed logins to the audit trail, at most {@value #MOST_AN_HOUR} an hour; those above are counted, and the count stands in the next
 * event. The name stands there only when it is a login of the settings: people type passwords into the field for the name. While the
 * database is away the failure stands in the log only.
 */
@Component
@ConditionalOnWebApplication
class FailedLogins {

  static final int MOST_AN_HOUR = 100;
  private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);

  private final LoginSettings settings;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock wallClock;
  private Instant hour = Instant.EPOCH;
  private int written;
  private long untold;

  FailedLogins(LoginSettings settings, AuditTrail audit, TransactionTemplate transaction, @Qualifier("wallClock") Clock wallClock) {
    this.settings = settings;
    this.audit = audit;
    this.transaction = transaction;
    this.wallClock = wallClock;
  }

  @EventListener
  void failed(AbstractAuthenticationFailureEvent event) {
    Authentication wish = event.getAuthentication();
    String address = wish.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "?";
    String name = settings.logins().containsKey(wish.getName()) ? wish.getName() : "?";
    String why = event.getException() instanceof OAuth2AuthenticationException refused ? ", " + refused.getError().getErrorCode() : "";
    long before = claim();
    if (before < 0) {
      return;
    }
    String more = before == 0 ? "" : "; trước đó còn " + before + " lần không ghi riêng";
    try {
      transaction.executeWithoutResult(status -> audit.append("hub", "LOGIN_FAILED", "login:" + name, null,
          "từ " + address + why + more));
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("a failed login of {} from {} is not in the audit trail: the database is away", name, address);
    }
  }

  /** @return failures that have no event yet; less than 0 when this one gets none either */
  private synchronized long claim() {
    Instant now = wallClock.instant();
    if (now.isAfter(hour.plus(Duration.ofHours(1)))) {
      hour = now;
      written = 0;
    }
    if (written >= MOST_AN_HOUR) {
      untold++;
      return -1;
    }
    written++;
    long before = untold;
    untold = 0;
    return before;
  }
}
