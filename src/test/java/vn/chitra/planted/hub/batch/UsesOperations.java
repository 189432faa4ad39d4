package vn.chitra.planted.hub.batch;

import vn.chitra.planted.hub.operations.Console;

public final class UsesOperations {

  public Class<?> console() {
    return Console.class;
  }
}
