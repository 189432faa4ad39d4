package vn.chitra.planted.hub.channel.commune;

public final class OneKind {}
