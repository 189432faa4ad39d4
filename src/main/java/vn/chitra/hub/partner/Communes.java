package vn.chitra.hub.partner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.chitra.hub.support.NameFolding;

/** Communes by code <em>and</em> date: the reform of 2025-07-01 re-used old codes for new units. Immutable. */
public final class Communes {

  private static final String FILE = "communes.csv";
  private static final List<String> COLUMNS =
      List.of("commune_code", "name", "valid_from", "valid_to", "district_code", "district_name", "province_code");
  private static final String REFORM_FILE = "communes-2025-reform.csv";
  private static final List<String> REFORM_COLUMNS = List.of("old_code", "old_name", "new_code", "new_name");
  private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
  static final Pattern CODE = Pattern.compile("\\d{5}");
  private static final Pattern KIND_OF_COMMUNE = Pattern.compile("^(?:XA|PHUONG|THI TRAN|DAC KHU) ");
  private static final Pattern NAME = Pattern.compile("\\S.*");

  private final Map<String, List<Tenure>> tenures;

  private Communes(Map<String, List<Tenure>> tenures) {
    this.tenures = tenures;
  }

  static Communes read(MappingFiles files, MappingErrors errors) {
    Map<String, List<Tenure>> tenures = new HashMap<>();
    for (CsvRow row : files.csv(FILE, COLUMNS, errors)) {
      Tenure tenure = tenure(row);
      List<Tenure> ofCode = tenures.computeIfAbsent(row.text("commune_code", CODE), code -> new ArrayList<>());
      if (ofCode.stream().anyMatch(tenure::overlaps)) {
        row.error("valid_from", "mã xã này đã có dòng khác cho cùng thời gian");
      }
      ofCode.add(tenure);
    }
    Communes communes = new Communes(tenures);
    files.csv(REFORM_FILE, REFORM_COLUMNS, errors).forEach(communes::checkReform);
    return communes;
  }

  /** The name that the code stood for on that day; empty when it stood for nothing. */
  public Optional<String> nameAt(String code, LocalDate on) {
    return tenures.getOrDefault(code, List.of()).stream().filter(one -> one.covers(on)).map(Tenure::name).findFirst();
  }

  /** Whether another commune had the same name on that day. */
  public boolean sharesItsName(String code, LocalDate on) {
    return nameAt(code, on).filter(name -> tenures.values().stream().flatMap(List::stream)
        .filter(one -> one.covers(on) && one.name().equals(name)).count() > 1).isPresent();
  }

  public boolean known(String code, LocalDate on) {
    return nameAt(code, on).isPresent();
  }

  /** Codes by the folded name on that day, without its kind, and by the code itself. */
  public Map<String, Set<String>> byName(LocalDate on) {
    Map<String, Set<String>> names = new HashMap<>();
    tenures.forEach((code, ofCode) -> {
      names.computeIfAbsent(code, one -> new HashSet<>()).add(code);
      ofCode.stream().filter(one -> one.covers(on)).map(one -> bare(one.name()))
          .forEach(name -> names.computeIfAbsent(name, one -> new HashSet<>()).add(code));
    });
    return names;
  }

  private static String bare(String name) {
    return KIND_OF_COMMUNE.matcher(NameFolding.fold(name)).replaceFirst("");
  }

  private void checkReform(CsvRow row) {
    if (!known(row.raw("old_code"), REFORM.minusDays(1))) {
      row.error("old_code", "không có xã này trước " + REFORM);
    }
    if (!known(row.raw("new_code"), REFORM)) {
      row.error("new_code", "không có xã này từ " + REFORM);
    }
  }

  private static Tenure tenure(CsvRow row) {
    LocalDate from = row.optional("valid_from", LocalDate::parse, LocalDate.MIN, "ngày yyyy-MM-dd").orElse(LocalDate.MIN);
    LocalDate to = row.optional("valid_to", LocalDate::parse, LocalDate.MAX, "ngày yyyy-MM-dd").orElse(LocalDate.MAX);
    if (to.isBefore(from)) {
      row.error("valid_to", "trước valid_from");
    }
    return new Tenure(row.text("name", NAME), from, to);
  }

  /** Both days inclusive. */
  private record Tenure(String name, LocalDate from, LocalDate to) {

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean overlaps(Tenure other) {
      return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
  }
}
