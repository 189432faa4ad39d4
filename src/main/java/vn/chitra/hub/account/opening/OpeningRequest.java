package vn.chitra.hub.account.opening;

/**
 * One line of an account-opening file; texts as in the file, empty where nothing is known.
 *
 * @param line from 1
 * @param birthDate {@code yyyyMMdd}, or as much of it as is known
 */
public record OpeningRequest(int line, String requestId, String fullName, String birthDate, String personalNo, String address,
    String communeCode, String phone) {

  OpeningRequest at(int otherLine) {
    return new OpeningRequest(otherLine, requestId, fullName, birthDate, personalNo, address, communeCode, phone);
  }
}
