package vn.chitra.planted.hub.inbound;

import java.util.Date;

public final class KnowsOldDates {

  public Object today() {
    return new Date();
  }
}
