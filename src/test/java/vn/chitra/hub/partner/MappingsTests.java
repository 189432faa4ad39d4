package vn.chitra.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.payout.ReportedState;

class MappingsTests {

  private static final Path AUTHORED = Path.of("mappings");

  private final Mappings mappings = ShippedMappings.loaded();

  @Test
  void everyKeyOfAProfileIsRead() {
    assertThat(mappings.partners().byId("agribank")).contains(new PartnerProfile("agribank", PartnerKind.BANK_CSV,
        "Agribank Chi nhánh tỉnh Phú Thọ", "PTCTXH", "agribank", "/in", "/out", "2700201012345",
        List.of(LocalTime.of(9, 0), LocalTime.of(15, 0)), LocalTime.of(16, 0), true, 50_000, 499_999_999L, Duration.ofHours(4),
        Duration.ofDays(4), true, 536_870_912L, PartnerProfile.Release.AUTOMATIC, "bank-csv", true));
  }

  @Test
  void aBankMaySayWhoFundsTheAccount(@TempDir Path root) throws IOException {
    FileSystemUtils.copyRecursively(AUTHORED, root);
    Path profile = root.resolve("partners/vietcombank.yaml");
    Files.writeString(profile, Files.readString(profile) + "funding-from: [\"3713.0.1058902\", Kho bạc Nhà nước]\n");

    assertThat(Mappings.load(root.toUri().toString(), ShippedMappings.VOCABULARY).partners().byId("vietcombank").orElseThrow()
        .fundingFrom())
        .containsExactly("3713.0.1058902", "Kho bạc Nhà nước");
    assertThat(mappings.partners().byId("vietcombank").orElseThrow().fundingFrom()).isEmpty();
  }

  @Test
  void absentOptionalKeysAreNull() {
    PartnerProfile commune = mappings.partners().commune().orElseThrow();

    assertThat(commune.id()).isEqualTo("xa");
    assertThat(commune.fundingAccount()).isNull();
    assertThat(commune.ackWithin()).isNull();
  }

  @Test
  void partnersAreFoundByKind() {
    assertThat(mappings.partners().all()).extracting(PartnerProfile::id).contains("agribank", "bidv", "buu-dien", "mb", "vietcombank", "xa")
        .isSorted();
    assertThat(mappings.partners().ofKind(PartnerKind.BANK_ISO)).extracting(PartnerProfile::id).containsExactly("vietcombank");
    assertThat(mappings.partners().postOffice().orElseThrow().inFolder()).isEqualTo("/{folder}/in");
    assertThat(mappings.partners().byId("none")).isEmpty();
  }

  @Test
  void aBankOfIsoMessagesSaysWhatProvesAPayment() {
    assertThat(mappings.partners().byId("vietcombank").orElseThrow().isoTerms())
        .isEqualTo(new IsoTerms("vietcombank", Map.of("paid-on", List.of("ACCC", "camt.054-BOOK"))));
    assertThat(mappings.partners().byId("agribank").orElseThrow().iso()).isNull();
  }

  @Test
  void aBankPaysItsOwnAccountsAndASponsorThoseOfOtherBanks() {
    Partners partners = mappings.partners();

    assertThat(partners.forBin("970405")).map(PartnerProfile::id).contains("agribank");
    assertThat(partners.forBin("970415")).map(PartnerProfile::id).contains("agribank");
    assertThat(partners.forBin("970418")).map(PartnerProfile::id).contains("bidv");
  }

  @Test
  void aBankWithoutPartnerAndABankUnheardOfAreUnreachable() {
    assertThat(mappings.partners().forBin("970446")).isEmpty();
    assertThat(mappings.partners().forBin("123456")).isEmpty();
  }

  @Test
  void theChosenBankOpensAccounts() {
    assertThat(mappings.accountOpening()).isEqualTo(new AccountOpening("agribank", Period.ofMonths(6), "970405"));
  }

  @Test
  void everyPartnerHasItsCodeTableAndEveryStateExists() {
    assertThat(mappings.partners().all()).allSatisfy(profile -> assertThat(mappings.codes().named(profile.codes()).all()).isNotEmpty());
    assertThat(mappings.codes().all()).flatExtracting(CodeTable::all).allSatisfy(code -> {
      assertThat(ReportedState.valueOf(code.reported())).isNotEqualTo(ReportedState.UNKNOWN);
      if (code.caseKind() != null) {
        assertThat(CaseKind.valueOf(code.caseKind())).isNotNull();
      }
    });
  }

  @Test
  void everyMappingFileIsHashedAsItStands() throws Exception {
    try (Stream<Path> walk = Files.walk(AUTHORED)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      assertThat(mappings.fileHashes()).hasSameSizeAs(files);
      for (Path file : files) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(mappings.fileHashes()).containsEntry(AUTHORED.relativize(file).toString(), HexFormat.of().formatHex(hash));
      }
    }
  }

  @Test
  void aFileOfAnotherModuleIsOpenedByName() throws IOException {
    assertThat(mappings.open("channel-policy.yaml").readAllBytes())
        .isEqualTo(Files.readAllBytes(AUTHORED.resolve("channel-policy.yaml")));
    assertThatThrownBy(() -> mappings.open("nothing.yaml")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void insideAJarTheSameFilesAreFound(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("hub.jar");
    try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> walk = Files.walk(AUTHORED)) {
      for (Path file : walk.toList()) {
        boolean isFolder = Files.isDirectory(file);
        entries.putNextEntry(new JarEntry(file + (isFolder ? "/" : "")));
        entries.write(isFolder ? new byte[0] : Files.readAllBytes(file));
        entries.closeEntry();
      }
    }

    Mappings packaged = Mappings.load("jar:" + jar.toUri() + "!/mappings/", ShippedMappings.VOCABULARY);

    assertThat(packaged.fileHashes()).isEqualTo(mappings.fileHashes());
  }

  @Test
  void aPlaceWithoutMappingsIsNoEmptyProvince(@TempDir Path folder) {
    assertThatThrownBy(() -> Mappings.load(folder.resolve("missing").toUri().toString(), ShippedMappings.VOCABULARY))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Mappings.load("classpath:no-mappings/", ShippedMappings.VOCABULARY)).isInstanceOf(IOException.class);
  }
}
