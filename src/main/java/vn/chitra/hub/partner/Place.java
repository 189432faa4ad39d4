package vn.chitra.hub.partner;

/**
 * Where a commune's cash is paid.
 *
 * @param postOffice folder at the post office
 * @param communeFolder folder at the communes
 */
public record Place(String postOffice, String communeFolder) {}
