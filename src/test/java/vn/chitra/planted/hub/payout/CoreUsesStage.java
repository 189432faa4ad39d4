package vn.chitra.planted.hub.payout;

import vn.chitra.planted.hub.batch.UsesOperations;

public final class CoreUsesStage {

  @SuppressWarnings("unused")
  private UsesOperations stage;

  public CoreUsesStage(UsesOperations stage) {
    this.stage = stage;
  }
}
