package vn.chitra.hub.partner;

/**
 * The folders of a commune's cash lists.
 *
 * @param postOffice folder at the post office
 * @param communeFolder folder at the communes
 */
public record Place(String postOffice, String communeFolder) {}
