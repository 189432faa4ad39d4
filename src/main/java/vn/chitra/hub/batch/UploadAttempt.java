package vn.chitra.hub.batch;

/**
 * One attempt to send a batch, with its result.
 *
 * @param attempt which one: the late result of an earlier attempt counts no more
 */
public record UploadAttempt(long batchId, int attempt, UploadResult result) {}
