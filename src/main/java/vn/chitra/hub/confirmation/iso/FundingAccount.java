package vn.chitra.hub.confirmation.iso;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.confirmation.Reading.Problem;

/** The account that a bank's reports must be about; a profile without one takes any. */
record FundingAccount(@Nullable String number) {

  /** Reads an {@code Acct} element. */
  String requireOurs(XmlCursor at) throws IOException, NotIsoException {
    String said = numberOf(at);
    if (said == null || said.isEmpty()) {
      throw at.refused(Problem.MALFORMED, "Acct/Id", "Thiếu số tài khoản");
    }
    if (number != null && !number.equals(said)) {
      throw at.refused(Problem.FOREIGN, "Acct/Id", "Không phải tài khoản nguồn của ta");
    }
    return said;
  }

  /** Reads an element that holds an account; null where it names none. */
  static @Nullable String numberOf(XmlCursor at) throws IOException, NotIsoException {
    String said = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Id" -> said = identification(at);
        default -> at.skip();
      }
    }
    return said;
  }

  private static @Nullable String identification(XmlCursor at) throws IOException, NotIsoException {
    String said = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "IBAN" -> said = at.text();
        case "Othr" -> said = identificationInOther(at);
        default -> at.skip();
      }
    }
    return said;
  }

  private static @Nullable String identificationInOther(XmlCursor at) throws IOException, NotIsoException {
    String said = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Id" -> said = at.text();
        default -> at.skip();
      }
    }
    return said;
  }
}
