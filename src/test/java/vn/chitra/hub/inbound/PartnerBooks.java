package vn.chitra.hub.inbound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.chitra.hub.partner.PartnerKind;

/**
 * The files and bookings that the partners of a scenario really hold. The hub never sees them: it receives answers, which may be late,
 * repeated or wrong. Only a booking is money.
 */
final class PartnerBooks {

  /** The result of one of our files at its partner. */
  enum Fate { NOT_ARRIVED, ARRIVED, HELD, REFUSED, WITHOUT_FUNDS }

  /** The result of one payment of a file that the partner holds. */
  enum Outcome { IN_PROGRESS, PAID, NOT_PAID, CAME_BACK }

  /** Money that moved: out of our account to the payee, or back. */
  record Booking(PaymentFile file, String id, long amount, LocalDate day, String reference, boolean back) {}

  final List<PaymentFile> files = new ArrayList<>();
  final List<Booking> bookings = new ArrayList<>();

  /** The money leaves our account for the payee. */
  void pay(Payment payment, LocalDate day) {
    payment.outcome = Outcome.PAID;
    payment.day = day;
    payment.paidOn = day;
    payment.notifiedPaid = false;
    payment.reference = "FT" + (1000 + bookings.size());
    bookings.add(new Booking(payment.file, payment.id, payment.amount, day, payment.reference, false));
  }

  /** The receiving bank sends it back. */
  void giveBack(Payment payment, LocalDate day) {
    payment.outcome = Outcome.CAME_BACK;
    payment.day = day;
    bookings.add(new Booking(payment.file, payment.id, payment.amount, day, payment.reference, true));
  }

  /** How often money went out under the id. */
  int paid(String id) {
    return (int) bookings.stream().filter(booking -> booking.id().equals(id) && !booking.back()).count();
  }

  /** The same less what came back. */
  int kept(String id) {
    return paid(id) - (int) bookings.stream().filter(booking -> booking.id().equals(id) && booking.back()).count();
  }

  /** One of our files as its partner knows it. */
  static final class PaymentFile {
    final long batch;
    final String partner;
    final PartnerKind kind;
    final Books.BatchRow sent;
    final LocalDate valueDate;
    final List<Payment> payments = new ArrayList<>();
    Fate fate = Fate.NOT_ARRIVED;
    /** Refused in words, booked all the same. */
    boolean bookedAlthoughRefused;
    boolean listClosed;
    int acknowledgements;
    int parts;

    PaymentFile(Books.BatchRow sent, String partner, PartnerKind kind, LocalDate valueDate) {
      this.batch = sent.id();
      this.sent = sent;
      this.partner = partner;
      this.kind = kind;
      this.valueDate = valueDate;
    }

    boolean isBooked() {
      return fate == Fate.HELD || bookedAlthoughRefused;
    }

    @Override
    public String toString() {
      return partner + (sent.folder().isEmpty() ? "" : "/" + sent.folder()) + " file " + sent.seq();
    }
  }

  /** One payment in one of our files. */
  static final class Payment {
    final PaymentFile file;
    final String id;
    final long amount;
    Outcome outcome = Outcome.IN_PROGRESS;
    String code = "";
    String reference = "";
    LocalDate day = LocalDate.EPOCH;
    LocalDate paidOn = LocalDate.EPOCH;
    boolean notifiedPaid;

    Payment(PaymentFile file, String id, long amount) {
      this.file = file;
      this.id = id;
      this.amount = amount;
    }
  }
}
