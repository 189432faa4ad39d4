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

/** Judges legs on their way by what the province says now: intake's own rules about persons, and whether the account is still open. */
@Component
public final class Objections {

  static final String ACCOUNT_CLOSED = "ACCOUNT_CLOSED";

  private final PersonsNow now;

  Objections(PersonsNow now) {
    this.now = now;
  }

  /** Reads the welfare database. @param today accounts closed by then do not count */
  List<Objection> to(List<LegOnItsWay> legs, LocalDate today) {
    List<String> entitlements = legs.stream().map(LegOnItsWay::entitlementId).distinct().toList();
    Map<String, Person> persons = now.persons(entitlements);
    Map<String, Set<String>> accounts = now.openAccounts(entitlements, today);
    List<Objection> objections = new ArrayList<>();
    for (LegOnItsWay leg : legs) {
      ofPerson(leg, persons.get(leg.entitlementId())).or(() -> ofAccount(leg, accounts.getOrDefault(leg.entitlementId(), Set.of())))
          .ifPresent(objections::add);
    }
    return objections;
  }

  private static Optional<Objection> ofPerson(LegOnItsWay leg, @Nullable Person person) {
    if (person == null) {
      return Optional.of(new Objection(leg, RefusalReason.NOT_ENTITLED.name(), "Cơ sở dữ liệu không còn chế độ này."));
    }
    PayrollLine line = line(leg, person);
    return objection(leg, LineChecks.funeralAfterADeath(line, leg.kind()))
        .or(() -> objection(leg, LineChecks.statusIsDated(line)))
        .or(() -> objection(leg, OwedMonths.ofKind(line, leg.kind())))
        .or(() -> objection(leg, LineChecks.oneOffForTheLiving(line, leg.kind())));
  }

  private static Optional<Objection> objection(LegOnItsWay leg, Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      return Optional.of(new Objection(leg, refused.reason().name(), refused.sentence()));
    }
    return verdict instanceof Verdict.Held held ? Optional.of(new Objection(leg, held.reason().name(), held.sentence())) : Optional.empty();
  }

  private static Optional<Objection> ofAccount(LegOnItsWay leg, Set<String> open) {
    return leg.account() == null || leg.paid() || open.contains(leg.account()) ? Optional.empty()
        : Optional.of(new Objection(leg, ACCOUNT_CLOSED, "Cơ sở dữ liệu ghi tài khoản nhận đã đóng hoặc không còn tài khoản ấy."));
  }

  /** The line as intake would see it, as far as the rules about persons look at it. */
  private static PayrollLine line(LegOnItsWay leg, Person person) {
    return new PayrollLine(leg.lineNo(), leg.kind(), leg.months().from().toString(), leg.months().to().toString(), leg.amountVnd(),
        new Entitlement(leg.entitlementId(), "", "", null, "", person.validFrom(), person.validTo()),
        new Beneficiary("", null, "", null, null, "", null, "", false, "", person.lifeStatus(), person.lifeStatusOn()), null, null, null);
  }
}
