package vn.chitra.planted.hub.support;

public record PayoutManager(String what) {}
