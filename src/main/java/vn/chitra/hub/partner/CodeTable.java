package vn.chitra.hub.partner;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The codes of one contract or partner; immutable. */
public final class CodeTable {

  private final String name;
  private final Map<String, PartnerCode> codes;

  CodeTable(String name, Map<String, PartnerCode> codes) {
    this.name = name;
    this.codes = Map.copyOf(codes);
  }

  public String name() {
    return name;
  }

  /** Empty for a code that is not in the table: the state is then UNKNOWN and a person decides, never "failed". */
  public Optional<PartnerCode> lookup(String code) {
    return Optional.ofNullable(codes.get(code));
  }

  public Collection<PartnerCode> all() {
    return codes.values();
  }
}
