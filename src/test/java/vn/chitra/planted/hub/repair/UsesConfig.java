package vn.chitra.planted.hub.repair;

import vn.chitra.planted.hub.config.Wiring;

public final class UsesConfig extends Wiring {}
