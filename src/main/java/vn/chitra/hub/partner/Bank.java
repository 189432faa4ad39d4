package vn.chitra.hub.partner;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A row of {@code mappings/banks.csv}.
 *
 * @param bin NAPAS BIN, 6 digits
 * @param partner who carries payments there: the bank itself or its sponsor; empty = unreachable
 */
record Bank(String bin, String shortName, String partner) {

  static final String FILE = "banks.csv";
  private static final List<String> COLUMNS = List.of("bin", "short_name", "bic", "partner");
  private static final Pattern BIN = Pattern.compile("\\d{6}");
  private static final Pattern NAME = Pattern.compile("\\S.*");
  private static final Pattern BIC = Pattern.compile("([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?");

  static List<Bank> read(MappingFiles files, Map<String, PartnerProfile> profiles, MappingErrors errors) {
    Set<String> seen = new HashSet<>();
    return files.csv(FILE, COLUMNS, errors).stream().map(row -> bank(row, seen, profiles)).toList();
  }

  private static Bank bank(CsvRow row, Set<String> seen, Map<String, PartnerProfile> profiles) {
    Bank bank = new Bank(row.text("bin", BIN), row.text("short_name", NAME), row.raw("partner"));
    row.text("bic", BIC);
    if (!seen.add(bank.bin())) {
      row.error("bin", "mã ngân hàng " + bank.bin() + " lặp lại");
    }
    if (!bank.partner().isEmpty()) {
      PartnerProfile profile = profiles.get(bank.partner());
      if (profile == null) {
        row.error("partner", "đối tác “" + bank.partner() + "” không có hồ sơ trong partners/");
      } else if (!profile.kind().isBank()) {
        row.error("partner", "đối tác “" + bank.partner() + "” không phải ngân hàng");
      }
    }
    return bank;
  }
}
