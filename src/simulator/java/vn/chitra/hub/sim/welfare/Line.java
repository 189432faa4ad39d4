package vn.chitra.hub.sim.welfare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One payroll line under construction, with its person and papers; faults can be put in until it is written. */
final class Line {
  int number;
  String beneficiaryId = "";
  String entitlementId = "";
  boolean newPerson = true;
  boolean newEntitlement = true;

  String name = "";
  @Nullable String personalNo;
  @Nullable String birthDate;
  boolean male;
  String address = "";
  String circumstance = "NONE";
  boolean noTransfer;
  String cashPlace = "COUNTER";
  @Nullable String phone;
  String lifeStatus = "ACTIVE";
  @Nullable LocalDate lifeStatusOn;

  String programme = "";
  String benefitCode = "";
  String payeeName = "";
  @Nullable String payeeNo;
  String relation = "SELF";
  LocalDate validFrom = LocalDate.EPOCH;
  @Nullable LocalDate validTo;
  final List<Account> accounts = new ArrayList<>();
  @Nullable LocalDate paperFrom;
  @Nullable LocalDate paperTo;
  String paperReceiver = "";

  String kind = "REGULAR";
  String forFrom = "";
  String forTo = "";
  long amount;
  @Nullable Integer carriesLine;

  record Account(String bin, String number, String name, LocalDate registeredOn) {}

  /** Another line for the same entitlement, kind, months and amount. */
  Line repeated() {
    Line copy = new Line();
    copy.beneficiaryId = beneficiaryId;
    copy.entitlementId = entitlementId;
    copy.newPerson = false;
    copy.newEntitlement = false;
    copy.kind = kind;
    copy.forFrom = forFrom;
    copy.forTo = forTo;
    copy.amount = amount;
    return copy;
  }
}
