package vn.chitra.hub.support;

import java.time.ZoneId;

/** The time zone of the law's dates and times. */
public final class Zone {

  public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private Zone() {}
}
