package vn.chitra.planted.hub.payout;

public record FloatingAmount(double dong) {}
