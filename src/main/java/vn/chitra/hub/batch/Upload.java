package vn.chitra.hub.batch;

import java.nio.file.Path;

/**
 * One file on its way: what to put where, and how to recognise it there.
 *
 * @param folder absolute, at the partner
 * @param attempt from 1; names the temporary file
 * @param size bytes
 */
public record Upload(long batchId, String partner, String connection, String folder, String name, Path bytes, String sha256,
    long size, int attempt) {}
