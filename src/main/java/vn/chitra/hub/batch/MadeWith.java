package vn.chitra.hub.batch;

/**
 * The version of the route and mapping files that this process runs with; it is stored with every batch that the process builds.
 *
 * @param configurationSha256 names a row of table {@code configuration}
 */
public record MadeWith(String configurationSha256) {}
