package vn.chitra.hub.alert.camel;

import org.springframework.stereotype.Component;
import vn.chitra.hub.alert.Alerts;

/** Route beans that write and send mails. */
@Component("alertSteps")
public final class AlertSteps {

  private final Alerts alerts;

  AlertSteps(Alerts alerts) {
    this.alerts = alerts;
  }

  public void notifyPeople() {
    alerts.notifyPeople();
  }

  public int send() {
    return alerts.send();
  }
}
