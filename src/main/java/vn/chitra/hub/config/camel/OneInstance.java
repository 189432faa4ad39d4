package vn.chitra.hub.config.camel;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.chitra.hub.config.HubSettings;

/**
 * Runs timers on the instance that leads. It saves work and keeps order; correctness never depends on it, because every step behind it is
 * idempotent by state.
 */
@Component("oneInstance")
class OneInstance extends RoutePolicySupport implements DisposableBean {

  private static final int SILENCE_SECONDS = 20;

  /** PostgreSQL ends the session of a machine that is gone within half a minute, not after the system's two hours. */
  private static final String KEEP_ALIVE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4";

  private final Leadership leadership;

  @Autowired
  OneInstance(HubSettings settings) {
    this(new Leadership(session(settings.database())));
  }

  OneInstance(Leadership leadership) {
    this.leadership = leadership;
  }

  private static PGSimpleDataSource session(HubSettings.Database settings) {
    PGSimpleDataSource session = new PGSimpleDataSource();
    session.setURL(settings.url());
    session.setUser(settings.username());
    session.setPassword(settings.password());
    session.setApplicationName("chitra-hub leader");
    session.setTcpKeepAlive(true);
    session.setOptions(KEEP_ALIVE);
    session.setConnectTimeout(SILENCE_SECONDS);
    session.setSocketTimeout(SILENCE_SECONDS);
    return session;
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    if (!leadership.isHeld()) {
      exchange.setRouteStop(true);
    }
  }

  /** The next instance may lead once this one's routes have stopped. */
  @Override
  public void destroy() {
    leadership.close();
  }
}
