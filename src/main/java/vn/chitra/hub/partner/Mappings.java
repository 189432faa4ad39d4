package vn.chitra.hub.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The content of {@code mappings/}, read and checked once at start; immutable. */
public final class Mappings {

  private final MappingFiles files;
  private final Partners partners;
  private final Communes communes;
  private final Places places;
  private final BankingCalendar calendar;
  private final CodeTables codes;
  private final AccountOpening accountOpening;

  private Mappings(MappingFiles files, Vocabulary vocabulary, MappingErrors errors) throws IOException {
    this.files = files;
    Map<String, PartnerProfile> profiles = new ProfileReader(files, errors).read();
    List<Bank> banks = Bank.read(files, profiles, errors);
    this.communes = Communes.read(files, errors);
    this.places = Places.read(files, communes, errors);
    this.calendar = BankingCalendar.read(files, errors);
    this.codes = CodeTables.read(files, vocabulary, errors);
    this.accountOpening = AccountOpening.read(files, profiles, banks, errors);
    errors.throwIfAny();
    this.partners = new Partners(profiles, banks);
  }

  /**
   * @param location a plain path, or a folder as Spring names it: {@code classpath:mappings/}, {@code file:/etc/chitra/mappings/}
   * @throws MappingsInvalidException listing every error of every file, with file, line and key
   * @throws IOException when the folder is not there or a file cannot be read
   */
  public static Mappings load(String location, Vocabulary vocabulary) throws IOException {
    return new Mappings(MappingFiles.at(folder(location)), vocabulary, new MappingErrors());
  }

  /**
   * The folder as Spring names it, ending in a slash: {@code classpath:…}, {@code file:…} and {@code jar:…} stay, a plain path is one on disk, from the
   * working directory where it is relative.
   *
   * @throws java.nio.file.InvalidPathException when it is no path
   */
  public static String folder(String location) {
    String folder = location.matches("(classpath|file|jar):.*") ? location : Path.of(location).toAbsolutePath().normalize().toUri().toString();
    return folder.endsWith("/") ? folder : folder + "/";
  }

  public Partners partners() {
    return partners;
  }

  public Communes communes() {
    return communes;
  }

  public Places places() {
    return places;
  }

  public BankingCalendar calendar() {
    return calendar;
  }

  public ValueDates valueDates() {
    return new ValueDates(calendar);
  }

  public CodeTables codes() {
    return codes;
  }

  public AccountOpening accountOpening() {
    return accountOpening;
  }

  /**
   * A mapping file of another module, as it was when its hash was taken.
   *
   * @param name relative to the root: {@code channel-policy.yaml}
   * @throws IllegalArgumentException when there is no such file
   */
  public InputStream open(String name) {
    return files.open(name);
  }

  /** Name relative to the root → SHA-256 (lower-case hex) of every mapping file, those of other modules too. */
  public SortedMap<String, String> fileHashes() {
    return files.hashes();
  }
}
