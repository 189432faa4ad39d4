package vn.chitra.hub.dispatch;

/** A batch and what is known after an attempt to bring it to its partner. */
public record Delivered(long batchId, Delivery delivery) {}
