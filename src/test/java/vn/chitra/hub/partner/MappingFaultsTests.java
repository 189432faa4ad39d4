package vn.chitra.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** Breaks the shipped mapping data and checks the error at start. */
class MappingFaultsTests {

  private static final String PROFILE = "partners/agribank.yaml";

  @TempDir
  private Path root;

  @BeforeEach
  void copyShippedData() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("mappings"), root);
  }

  @Test
  void unbrokenDataLoad() throws IOException {
    int profiles = Objects.requireNonNull(root.resolve("partners").toFile().list()).length;
    assertThat(Mappings.load(root.toUri().toString(), ShippedMappings.VOCABULARY).partners().all()).hasSize(profiles);
  }

  /** docs/operations/start-and-stop.md: the smallest configuration. */
  @Test
  void oneBankAndOnePostOfficeAreEnough() throws IOException {
    for (String partner : List.of("bidv", "mb", "vietcombank", "xa")) {
      Files.delete(root.resolve("partners/" + partner + ".yaml"));
    }
    Files.writeString(root.resolve("banks.csv"), Files.readString(root.resolve("banks.csv")).replaceAll("(?m),(bidv|mb|vietcombank)$",
        ",agribank"));
    Partners partners = Mappings.load(root.toString(), ShippedMappings.VOCABULARY).partners();
    assertThat(partners.all()).extracting(PartnerProfile::id).containsExactly("agribank", "buu-dien");
    assertThat(partners.commune()).isEmpty();
    assertThat(partners.postOffice()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      partners/agribank.yaml  | kind: bank-csv            | kind: bank-xls             | 3  | kind
      partners/agribank.yaml  | sender: PTCTXH            | sender: too long a sender  | 5  | sender
      partners/agribank.yaml  | in-folder: /in            | in-folder: /{folder}/in    | 7  | in-folder
      partner-defaults.yaml   | send-at: ["09:00", "15:00"] | send-at: ["09:00", "25:00"] | 4 | bank-csv.send-at
      partner-defaults.yaml   | send-at: ["09:00", "15:00"] | send-at: []                | 4 | bank-csv.send-at
      partner-defaults.yaml   | cut-off: "16:00"          | cut-off: four              | 5 | bank-csv.cut-off
      partner-defaults.yaml   | banking-days-only: true   | banking-days-only: yes please | 6 | bank-csv.banking-days-only
      partner-defaults.yaml   | max-lines: 50000          | max-lines: 0               | 7 | bank-csv.max-lines
      partner-defaults.yaml   | interbank-limit-vnd: 499999999 | interbank-limit-vnd: 500000000 | 8 | bank-csv.interbank-limit-vnd
      partners/agribank.yaml  | ack-within: PT4H          | ack-within: 4 giờ          | 10 | ack-within
      partner-defaults.yaml   | answer-within: P4D        | answer-within: PT0S        | 9 | bank-csv.answer-within
      partner-defaults.yaml   | release: automatic        | release: by-hand           | 11 | bank-csv.release
      partner-defaults.yaml   | codes: bank-csv           | codes: bank-xyz            | 12 | bank-csv.codes
      partner-defaults.yaml   | codes: bank-csv           | 'codes: bank-csv\n  colour: red' | 13 | bank-csv.colour
      partner-defaults.yaml   | codes: bank-csv           | 'codes: bank-csv\n  sftp: agribank' | 13 | bank-csv.sftp
      partner-defaults.yaml   | 'bank-csv:'               | 'bank-xls:'                | 3  | bank-xls
      partners/agribank.yaml  | move-to-done: true        | 'move-to-done: true\ncut-off: four' | 12 | cut-off
      partners/agribank.yaml  | move-to-done: true        | 'move-to-done: true\ncolour: red' | 12 | colour
      partners/agribank.yaml  | move-to-done: true        | 'move-to-done: true\nname: Ngân hàng Đông Á' | 12 | name
      partners/agribank.yaml  | move-to-done: true        | 'move-to-done: true\nfunding-from: [KB]' | 12 | funding-from
      partners/agribank.yaml  | move-to-done: true        | 'move-to-done: true\nfunding-from: []' | 12 | funding-from
      partners/xa.yaml        | move-to-done: true        | 'move-to-done: true\nfunding-from: [Kho bạc]' | 10 | funding-from
      partners/agribank.yaml  | name: Agribank            | name: [Agribank            | 5  | ''
      partners/xa.yaml        | in-folder: /{folder}/di   | in-folder: /di             | 7  | in-folder
      partners/xa.yaml        | kind: commune             | kind: post-office          | 0  | kind
      partners/vietcombank.yaml | keys: vietcombank         | keys: Khoá của ta         | 13 | iso.keys
      partners/vietcombank.yaml | paid-on: [ACCC, camt.054-BOOK] | paid-on: [RCVD]      | 15 | iso.paid-on
      partners/vietcombank.yaml | paid-on: [ACCC, camt.054-BOOK] | 'paid-on: [ACCC]\n  booked: [X]' | 16 | iso.booked
      partners/vietcombank.yaml | move-to-done: true          | 'move-to-done: true\nmax-lines: 100001' | 12 | max-lines
      banks.csv               | BIDVVNVX,bidv             | BIDVVNVX,dong-a            | 4  | partner
      banks.csv               | BIDVVNVX,bidv             | BIDVVNVX,xa                | 4  | partner
      banks.csv               | 970418,BIDV               | 97041,BIDV                 | 4  | bin
      banks.csv               | 970418,BIDV               | 970436,BIDV                | 4  | bin
      banks.csv               | BIDVVNVX,bidv             | BIDVVNVX                   | 4  | ''
      banks.csv               | bin,short_name            | bin,name                   | 1  | short_name
      places.csv              | 04792,2025-07-01          | 99999,2025-07-01           | 2  | commune_code
      places.csv              | 04792,2025-07-01          | 04792,1/7/2025             | 2  | valid_from
      places.csv              | 04795,2025-07-01          | 04792,2025-07-01           | 3  | valid_from
      places.csv              | BD2511,04792              | ,04792                     | 2  | post_office
      post-offices.csv        | post_office,name          | 'post_office,name\nBD9999,Hoà Bình' | 2 | post_office
      post-offices.csv        | post_office,name          | 'post_office,name\nBD2511,Hoà Bình\nBD2511,Tân Hoà' | 3 | post_office
      post-offices.csv        | post_office,name          | 'post_office,name\nBD2511, ' | 2 | name
      communes.csv            | 04792,Phường Tân Hoà,2025-07-01 | 04792,Phường Tân Hoà,2025-06-30 | 4 | valid_from
      communes-2025-reform.csv | 04789,Phường Thái Bình   | 99999,Phường Thái Bình     | 2  | old_code
      calendar/holidays.csv   | 2026-11-24                | 24/11/2026                 | 14 | date
      calendar/holidays.csv   | 2026-11-24                | 2026-09-02                 | 14 | date
      codes/bank-csv.csv      | 96,ACCEPTED               | 96,MAYBE                   | 12 | reported
      codes/bank-csv.csv      | PAYEE_DECEASED            | PAYEE_UNWELL               | 8  | case_kind
      codes/bank-csv.csv      | 96,ACCEPTED               | 51,ACCEPTED                | 12 | code
      codes/bank-csv.csv      | ,ACCOUNT_UNKNOWN,         | ,account unknown,          | 3  | reason_code
      account-opening.yaml    | bank: agribank            | bank: buu-dien             | 2  | bank
      account-opening.yaml    | ask-again-after: P6M      | ask-again-after: P0D       | 3  | ask-again-after
      """)
  void aFaultIsNamedWithFileLineAndKey(String file, String healthy, String faulty, int line, String key) throws IOException {
    replace(file, healthy, faulty.replace("\\n", "\n"));

    assertThat(errors()).anySatisfy(error -> {
      assertThat(error.file()).isEqualTo(line == 0 ? "partners/" : file);
      assertThat(error.line()).isEqualTo(line);
      assertThat(error.key()).isEqualTo(key);
      assertThat(error.reason()).isNotBlank();
    });
  }

  /** A folder of mappings from before the names of post offices. */
  @Test
  void namesOfPostOfficesMayBeLeftOut() throws IOException {
    replace("post-offices.csv", "post_office,name", "post_office,name\nBD2511,Bưu cục Hoà Bình");
    Places named = Mappings.load(root.toUri().toString(), ShippedMappings.VOCABULARY).places();
    Files.delete(root.resolve("post-offices.csv"));
    Places unnamed = Mappings.load(root.toUri().toString(), ShippedMappings.VOCABULARY).places();

    assertThat(named.postOffice("BD2511")).contains("Bưu cục Hoà Bình");
    assertThat(named.postOffice("BD2510")).isEmpty();
    assertThat(unnamed.postOffice("BD2511")).isEmpty();
  }

  @Test
  void aMissingKeyIsNamed() throws IOException {
    replace("partner-defaults.yaml", "  cut-off: \"16:00\"\n", "");
    replace(PROFILE, "funding-account: \"2700201012345\"\n", "");

    assertThat(errors()).extracting(MappingError::key).containsExactly("cut-off", "funding-account");
    assertThat(errors()).extracting(MappingError::file).containsOnly(PROFILE);
  }

  /** A folder of mappings from before the defaults: every profile says everything. */
  @Test
  void profilesThatSayEverythingNeedNoDefaults() throws IOException {
    Partners shipped = Mappings.load(root.toUri().toString(), ShippedMappings.VOCABULARY).partners();
    List<String> defaults = Files.readAllLines(root.resolve("partner-defaults.yaml"));
    for (PartnerProfile partner : shipped.all()) {
      int first = defaults.indexOf(partner.kind().label() + ":") + 1;
      List<String> inherited = defaults.subList(first, defaults.size()).stream().takeWhile(line -> line.startsWith("  ")).toList();
      Path profile = root.resolve("partners/" + partner.id() + ".yaml");
      Files.writeString(profile, Files.readString(profile) + "\n" + String.join("\n", inherited).replace("\n  ", "\n").substring(2) + "\n");
    }
    Files.delete(root.resolve("partner-defaults.yaml"));

    assertThat(Mappings.load(root.toUri().toString(), ShippedMappings.VOCABULARY).partners().all()).isEqualTo(shipped.all());
  }

  @Test
  void anIdLongerThanTwentyCharactersIsRefused() throws IOException {
    String tooLong = "ngan-hang-nong-nghiep";
    replace(PROFILE, "id: agribank", "id: " + tooLong);
    Files.move(root.resolve(PROFILE), root.resolve("partners/" + tooLong + ".yaml"));

    assertThat(errors()).anySatisfy(error ->
        assertThat(error.toString()).startsWith("partners/" + tooLong + ".yaml:2 [id]: ").contains(tooLong));
  }

  @Test
  void aRepeatedIdIsRefused() throws IOException {
    Files.copy(root.resolve(PROFILE), root.resolve("partners/zz-bank.yaml"));

    assertThat(errors()).extracting(MappingError::toString).containsExactly(
        "partners/zz-bank.yaml:2 [id]: mã đối tác “agribank” lặp lại",
        "partners/zz-bank.yaml:2 [id]: mã đối tác phải trùng tên tệp");
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(root.resolve("banks.csv"));
    Files.delete(root.resolve("account-opening.yaml"));

    assertThat(errors()).extracting(MappingError::toString)
        .containsExactly("banks.csv: thiếu tệp", "account-opening.yaml: thiếu tệp");
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedNotReplaced() throws IOException {
    Files.write(root.resolve("banks.csv"), "bin,short_name,bic,partner\n970405,\u00d0,VBAAVNVX,\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(errors()).extracting(MappingError::toString).containsExactly("banks.csv: không phải UTF-8");
  }

  @Test
  void oneStartNamesAllErrorsOfAllFiles() throws IOException {
    replace("partner-defaults.yaml", "max-lines: 50000", "max-lines: many");
    replace("partners/xa.yaml", "move-to-done: true", "move-to-done: true\ncodes: xa");
    replace("places.csv", "04792,", "99999,");
    replace("calendar/holidays.csv", "2026-11-24", "soon");

    MappingsInvalidException refused = refused();

    assertThat(refused.errors()).extracting(MappingError::file)
        .containsExactly("partner-defaults.yaml", "partners/xa.yaml", "places.csv", "calendar/holidays.csv");
    assertThat(refused.getMessage()).contains("có 4 lỗi", "partner-defaults.yaml:7 [bank-csv.max-lines]", "partners/xa.yaml:10 [codes]",
        "places.csv:2 [commune_code]", "calendar/holidays.csv:14 [date]");
  }

  private void replace(String file, String healthy, String faulty) throws IOException {
    Path path = root.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(healthy);
    int at = text.indexOf(healthy);
    Files.writeString(path, text.substring(0, at) + faulty + text.substring(at + healthy.length()));
  }

  private List<MappingError> errors() {
    return refused().errors();
  }

  private MappingsInvalidException refused() {
    MappingsInvalidException refused = catchThrowableOfType(MappingsInvalidException.class,
        () -> Mappings.load(root.toUri().toString(), ShippedMappings.VOCABULARY));
    assertThat(refused).isNotNull();
    return refused;
  }
}
