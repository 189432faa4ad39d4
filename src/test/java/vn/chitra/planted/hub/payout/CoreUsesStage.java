package vn.chitra.planted.hub.payout;

import vn.chitra.planted.hub.dispatch.UsesOperations;

public final class CoreUsesStage {

  @SuppressWarnings("unused")
  private UsesOperations stage;

  public CoreUsesStage(UsesOperations stage) {
    this.stage = stage;
  }
}
