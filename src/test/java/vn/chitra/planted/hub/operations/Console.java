package vn.chitra.planted.hub.operations;

import vn.chitra.planted.hub.repair.UsesConfig;

/** Breaks nothing: the console calls the actions of persons. */
public record Console(UsesConfig action) {}
