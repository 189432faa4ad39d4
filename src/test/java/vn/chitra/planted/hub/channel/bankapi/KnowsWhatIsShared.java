package vn.chitra.planted.hub.channel.bankapi;

import vn.chitra.planted.hub.channel.cash.Shared;

final class KnowsWhatIsShared {
  private final Shared shared = new Shared();

  Shared shared() {
    return shared;
  }
}
