package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.ParseResult.Problem;

/** The account that a bank's reports must be about; a profile without one accepts any. */
record FundingAccount(@Nullable String number) {

  /** Reads an {@code Acct} element. */
  String requireOurs(XmlCursor at) throws IOException, NotIsoException {
    String stated = numberOf(at);
    if (stated == null || stated.isEmpty()) {
      throw at.refused(Problem.MALFORMED, "Acct/Id", "Thiếu số tài khoản");
    }
    if (number != null && !number.equals(stated)) {
      throw at.refused(Problem.FOREIGN, "Acct/Id", "Không phải tài khoản nguồn của ta");
    }
    return stated;
  }

  /** Reads an element with an account; null where it names none. */
  static @Nullable String numberOf(XmlCursor at) throws IOException, NotIsoException {
    String stated = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Id" -> stated = identification(at);
        default -> at.skip();
      }
    }
    return stated;
  }

  private static @Nullable String identification(XmlCursor at) throws IOException, NotIsoException {
    String stated = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "IBAN" -> stated = at.text();
        case "Othr" -> stated = identificationInOther(at);
        default -> at.skip();
      }
    }
    return stated;
  }

  private static @Nullable String identificationInOther(XmlCursor at) throws IOException, NotIsoException {
    String stated = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Id" -> stated = at.text();
        default -> at.skip();
      }
    }
    return stated;
  }
}
