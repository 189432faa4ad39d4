package vn.chitra.hub.support;

import java.time.ZoneId;

/** The one zone in which the law's dates and times are meant. */
public final class Zone {

  public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private Zone() {}
}
