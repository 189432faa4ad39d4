package vn.chitra.planted.hub.inbound.part;

import vn.chitra.planted.hub.inbound.AboveItsPart;

public final class PartOfIt {
  AboveItsPart above() {
    return new AboveItsPart();
  }
}
