package vn.chitra.planted.hub.config;

import org.springframework.beans.factory.annotation.Value;

public final class ReadsOneValue {

  @Value("${hub.data-dir}")
  String folder = "";
}
