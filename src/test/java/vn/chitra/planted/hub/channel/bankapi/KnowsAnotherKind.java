package vn.chitra.planted.hub.channel.bankapi;

import vn.chitra.planted.hub.channel.commune.OneKind;

final class KnowsAnotherKind {
  private final OneKind other = new OneKind();

  OneKind other() {
    return other;
  }
}
