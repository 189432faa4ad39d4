package vn.chitra.planted.hub.confirmation;

import java.util.Date;

public final class KnowsOldDates {

  public Object today() {
    return new Date();
  }
}
