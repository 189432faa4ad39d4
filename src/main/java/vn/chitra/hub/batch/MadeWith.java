package vn.chitra.hub.batch;

/**
 * The route and mapping files that this process runs by; every batch it builds says so.
 *
 * @param configurationSha256 names a row of table {@code configuration}
 */
public record MadeWith(String configurationSha256) {}
