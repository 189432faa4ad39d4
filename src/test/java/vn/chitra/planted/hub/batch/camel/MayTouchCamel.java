package vn.chitra.planted.hub.batch.camel;

import org.apache.camel.Body;

/** Breaks nothing. */
public final class MayTouchCamel {

  public String take(@Body String body) {
    return body;
  }
}
