package vn.chitra.planted.hub.batch;

import org.apache.camel.Body;

public final class TouchesCamel {

  public String take(@Body String body) {
    return body;
  }
}
