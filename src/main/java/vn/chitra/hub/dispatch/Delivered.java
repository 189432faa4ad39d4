package vn.chitra.hub.dispatch;

/**
 * A batch and what is known after an attempt to bring it to its partner.
 *
 * @param attempt which one: what an earlier attempt brings home late says nothing any more
 */
public record Delivered(long batchId, int attempt, Delivery delivery) {}
