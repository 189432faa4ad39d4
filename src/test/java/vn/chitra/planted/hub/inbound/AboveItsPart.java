package vn.chitra.planted.hub.inbound;

import vn.chitra.planted.hub.inbound.part.PartOfIt;

public final class AboveItsPart {
  PartOfIt part() {
    return new PartOfIt();
  }
}
