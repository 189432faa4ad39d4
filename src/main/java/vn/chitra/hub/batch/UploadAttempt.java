package vn.chitra.hub.batch;

/**
 * A batch and what is known after an attempt to send it to its partner.
 *
 * @param attempt which one: the late result of an earlier attempt counts no more
 */
public record UploadAttempt(long batchId, int attempt, UploadResult result) {}
