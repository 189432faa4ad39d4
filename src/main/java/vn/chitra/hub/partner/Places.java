package vn.chitra.hub.partner;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The post office and the folder that serve a commune, and from which day on; and the names of post offices, where the province wrote them
 * down ({@code post-offices.csv}, which may be left out). Immutable.
 */
public final class Places {

  private static final String FILE = "places.csv";
  private static final List<String> COLUMNS = List.of("commune_code", "valid_from", "post_office", "commune_folder");
  private static final String OFFICES_FILE = "post-offices.csv";
  private static final List<String> OFFICES_COLUMNS = List.of("post_office", "name");
  private static final Pattern NAME = Pattern.compile("\\S.*");
  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9-]{1,20}");

  private final Map<String, NavigableMap<LocalDate, Place>> places;

  private final Map<String, String> offices;

  private Places(Map<String, NavigableMap<LocalDate, Place>> places, Map<String, String> offices) {
    this.places = places;
    this.offices = offices;
  }

  static Places read(MappingFiles files, Communes communes, MappingErrors errors) {
    Map<String, NavigableMap<LocalDate, Place>> places = new HashMap<>();
    for (CsvRow row : files.csv(FILE, COLUMNS, errors)) {
      String commune = row.text("commune_code", Communes.CODE);
      LocalDate from = row.value("valid_from", LocalDate::parse, LocalDate.MIN, "ngày yyyy-MM-dd");
      if (!communes.known(commune, from)) {
        row.error("commune_code", "không có xã " + commune + " vào ngày " + row.raw("valid_from"));
      }
      Place place = new Place(row.text("post_office", FOLDER), row.text("commune_folder", FOLDER));
      if (places.computeIfAbsent(commune, code -> new TreeMap<>()).putIfAbsent(from, place) != null) {
        row.error("valid_from", "xã " + commune + " đã có dòng cho ngày này");
      }
    }
    return new Places(places, files.has(OFFICES_FILE) ? names(files, places, errors) : Map.of());
  }

  private static Map<String, String> names(MappingFiles files, Map<String, NavigableMap<LocalDate, Place>> places, MappingErrors errors) {
    Map<String, String> names = new HashMap<>();
    for (CsvRow row : files.csv(OFFICES_FILE, OFFICES_COLUMNS, errors)) {
      String office = row.text("post_office", FOLDER);
      if (places.values().stream().flatMap(rows -> rows.values().stream()).noneMatch(place -> place.postOffice().equals(office))) {
        row.error("post_office", "không có bưu cục này trong " + FILE);
      }
      if (names.putIfAbsent(office, row.text("name", NAME)) != null) {
        row.error("post_office", "bưu cục này đã có dòng khác");
      }
    }
    return names;
  }

  /** The name of a post office by its folder; empty when no file names it. */
  public Optional<String> postOffice(String folder) {
    return Optional.ofNullable(offices.get(folder));
  }

  /** The newest row not after that day; empty = no partner serves the commune, its cash is held. */
  public Optional<Place> at(String communeCode, LocalDate on) {
    return Optional.ofNullable(places.get(communeCode)).map(rows -> rows.floorEntry(on)).map(Map.Entry::getValue);
  }

  /** Every folder that a partner of this kind ever has; at a bank the one without a name, the empty string. */
  public SortedSet<String> folders(PartnerKind kind) {
    return switch (kind) {
      case POST_OFFICE -> all(Place::postOffice);
      case COMMUNE -> all(Place::communeFolder);
      default -> new TreeSet<>(List.of(""));
    };
  }

  private SortedSet<String> all(Function<Place, String> folder) {
    SortedSet<String> folders = new TreeSet<>();
    places.values().forEach(rows -> rows.values().forEach(place -> folders.add(folder.apply(place))));
    return folders;
  }
}
