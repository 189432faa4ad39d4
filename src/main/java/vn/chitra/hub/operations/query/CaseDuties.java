package vn.chitra.hub.operations.query;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.alert.AlertPolicy;
import vn.chitra.hub.alert.RecipientRole;
import vn.chitra.hub.cases.CaseKind;

/** Who must do what about a case: the task of its kind, and the role that the alert policy tells of it. The mails' words. */
@Component
public class CaseDuties {

  private final AlertPolicy policy;
  private final Texts texts;

  CaseDuties(AlertPolicy policy, Texts texts) {
    this.policy = policy;
    this.texts = texts;
  }

  /** The first thing to do, in the language of the page; empty for a kind that is not known. */
  public String task(String kind) {
    return known(kind).map(one -> one.taskWord().shown()).orElse("");
  }

  /** The role, in the language of the page. */
  public String who(String kind) {
    RecipientRole role = known(kind).map(policy.roles()::get).orElse(policy.otherwise());
    return texts.of("role." + role);
  }

  private static Optional<CaseKind> known(String kind) {
    return Arrays.stream(CaseKind.values()).filter(one -> one.name().equals(kind)).findFirst();
  }
}
