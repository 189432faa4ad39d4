package vn.chitra.hub.payroll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payroll.PayrollLine.Beneficiary;
import vn.chitra.hub.payroll.PayrollLine.Entitlement;
import vn.chitra.hub.payroll.PersonsNow.Person;

/** Checks active payments against the province's current data: intake's own rules about persons, and whether the account is still open. */
@Component
public final class Objections {

  static final String ACCOUNT_CLOSED = "ACCOUNT_CLOSED";

  private final PersonsNow now;

  Objections(PersonsNow now) {
    this.now = now;
  }

  /** Reads the welfare database. @param today accounts closed by then do not count */
  List<Objection> to(List<PaymentUnderWay> payments, LocalDate today) {
    List<String> entitlements = payments.stream().map(PaymentUnderWay::entitlementId).distinct().toList();
    Map<String, Person> persons = now.persons(entitlements);
    Map<String, Set<String>> accounts = now.openAccounts(entitlements, today);
    List<Objection> objections = new ArrayList<>();
    for (PaymentUnderWay payment : payments) {
      ofPerson(payment, persons.get(payment.entitlementId())).or(() -> ofAccount(payment,
          accounts.getOrDefault(payment.entitlementId(), Set.of())))
          .ifPresent(objections::add);
    }
    return objections;
  }

  private static Optional<Objection> ofPerson(PaymentUnderWay payment, @Nullable Person person) {
    if (person == null) {
      return Optional.of(new Objection(payment, RefusalReason.NOT_ENTITLED.name(), "Cơ sở dữ liệu không còn chế độ này."));
    }
    PayrollLine line = line(payment, person);
    return objection(payment, LineChecks.funeralAfterADeath(line, payment.kind()))
        .or(() -> objection(payment, LineChecks.statusIsDated(line)))
        .or(() -> objection(payment, OwedMonths.ofKind(line, payment.kind())))
        .or(() -> objection(payment, LineChecks.oneOffForTheLiving(line, payment.kind())));
  }

  private static Optional<Objection> objection(PaymentUnderWay payment, LineDecision decision) {
    if (decision instanceof LineDecision.Refused refused) {
      return Optional.of(new Objection(payment, refused.reason().name(), refused.sentence()));
    }
    return decision instanceof LineDecision.Held held ? Optional.of(new Objection(payment, held.reason().name(), held.sentence()))
        : Optional.empty();
  }

  private static Optional<Objection> ofAccount(PaymentUnderWay payment, Set<String> open) {
    return payment.account() == null || payment.paid() || open.contains(payment.account()) ? Optional.empty()
        : Optional.of(new Objection(payment, ACCOUNT_CLOSED, "Cơ sở dữ liệu ghi tài khoản nhận đã đóng hoặc không còn tài khoản ấy."));
  }

  /** The line as intake would receive it, with the fields that the rules about persons use. */
  private static PayrollLine line(PaymentUnderWay payment, Person person) {
    return new PayrollLine(payment.lineNo(), payment.kind(), payment.months().from().toString(), payment.months().to().toString(),
        payment.amountVnd(), new Entitlement(payment.entitlementId(), "", "", null, "", person.validFrom(), person.validTo()),
        new Beneficiary("", null, "", null, null, "", null, "", false, "", person.lifeStatus(), person.lifeStatusOn()), null, null, null);
  }
}
