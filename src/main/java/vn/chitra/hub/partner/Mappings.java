package vn.chitra.hub.partner;

import java.io.IOException;
import java.io.InputStream;
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
   * @param location a folder as Spring names it: {@code classpath:mappings/} or {@code file:/etc/chitra/mappings/}
   * @throws MappingsInvalidException listing every error of every file, with file, line and key
   * @throws IOException when the folder is not there or a file cannot be read
   */
  public static Mappings load(String location, Vocabulary vocabulary) throws IOException {
    return new Mappings(MappingFiles.at(location), vocabulary, new MappingErrors());
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
