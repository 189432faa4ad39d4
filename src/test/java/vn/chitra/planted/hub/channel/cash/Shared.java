package vn.chitra.planted.hub.channel.cash;

public final class Shared {}
