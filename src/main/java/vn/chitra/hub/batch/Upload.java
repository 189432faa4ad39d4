package vn.chitra.hub.batch;

import java.nio.file.Path;

/**
 * One file to upload: its bytes, its destination, and the data that identify it there.
 *
 * @param folder absolute, at the partner
 * @param attempt from 1; names the temporary file
 * @param size bytes
 */
public record Upload(long batchId, String partner, String connection, String folder, String name, Path bytes, String sha256,
    long size, int attempt) {}
