package vn.chitra.planted.hub.attic;

public record NotInThePlan(String what) {}
