package vn.chitra.hub.channel.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.channel.bankcsv.BankCsvFormat;
import vn.chitra.hub.channel.bankfixed.BankFixedFormat;
import vn.chitra.hub.partner.PartnerKind;

class BankFileFormatTests {

  private static final FileFormat<BankInstruction> CSV = new BankCsvFormat();
  private static final FileFormat<BankInstruction> FIXED = new BankFixedFormat();

  @TempDir
  Path folder;

  static Stream<FileFormat<BankInstruction>> formats() {
    return Stream.of(CSV, FIXED);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyChangedByteIsSeenByTheCheck(FileFormat<BankInstruction> format) throws IOException {
    List<BankInstruction> lines = Banks.payments(3);
    BatchHeader header = Banks.batch(format.kind(), lines);
    byte[] bytes = written(format, header, lines);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] = (byte) (changed[at] == '7' ? '8' : '7');
      assertThat(complaints(format, header, changed, lines)).as("byte %d", at).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyCutIsSeenByTheCheck(FileFormat<BankInstruction> format) throws IOException {
    List<BankInstruction> lines = Banks.payments(3);
    BatchHeader header = Banks.batch(format.kind(), lines);
    byte[] bytes = written(format, header, lines);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(complaints(format, header, Arrays.copyOf(bytes, length), lines)).as("cut at %d", length).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void linesMoreOrFewerThanTheBatchAreSeenByTheCheck(FileFormat<BankInstruction> format) throws IOException {
    List<BankInstruction> lines = Banks.payments(3);
    BatchHeader header = Banks.batch(format.kind(), lines);
    assertThat(complaints(format, header, written(format, header, lines.subList(0, 2)), lines)).isNotEmpty();
    assertThat(complaints(format, header, written(format, header, Banks.payments(4)), lines)).isNotEmpty();
    assertThat(complaints(format, header, written(format, header, lines), lines.subList(0, 2))).isNotEmpty();
    assertThat(complaints(format, Banks.batch(format.kind(), 3, 1), written(format, header, lines), lines)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void complaintsStopAtTwentyAndNameLineAndFieldButNoValue(FileFormat<BankInstruction> format) throws IOException {
    List<BankInstruction> lines = Banks.payments(30);
    BatchHeader header = Banks.batch(format.kind(), lines);
    List<BankInstruction> others = lines.stream().map(one -> new BankInstruction(one.line(), one.endToEndId(), "190" + one.account(),
        one.creditName(), one.bankBin(), one.amountVnd(), one.remark())).toList();
    assertThat(complaints(format, header, written(format, header, lines), others)).hasSize(20)
        .allMatch(one -> one.matches("Dòng \\d+, (creditA|a)ccount: khác với lệnh đã lập"))
        .noneMatch(one -> one.matches(".*\\d{6}.*"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void nameOfFiftyCharactersAndAccountWithLeadingZerosStandAsTheyAre(FileFormat<BankInstruction> format) throws IOException {
    BankInstruction longest = Banks.named(1, "Đ".repeat(60));
    assertThat(longest.creditName()).isEqualTo("D".repeat(50));
    BatchHeader header = Banks.batch(format.kind(), List.of(longest));
    byte[] bytes = written(format, header, List.of(longest));
    assertThat(new String(bytes, StandardCharsets.US_ASCII)).contains("D".repeat(50)).contains("00000000001");
    assertThat(complaints(format, header, bytes, List.of(longest))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void barInNameBecomesBlank(FileFormat<BankInstruction> format) throws IOException {
    BankInstruction plain = Banks.payment(1);
    BankInstruction barred = new BankInstruction(1, plain.endToEndId(), plain.account(), "DANG|THAO", plain.bankBin(),
        plain.amountVnd(), plain.remark());
    BatchHeader header = Banks.batch(format.kind(), List.of(barred));
    byte[] bytes = written(format, header, List.of(barred));
    assertThat(new String(bytes, StandardCharsets.US_ASCII)).contains("DANG THAO");
    assertThat(complaints(format, header, bytes, List.of(barred))).isEmpty();
  }

  @Test
  void whatTheContractForbidsIsSeenEvenWhenItWasMeant() throws IOException {
    BankInstruction good = Banks.payment(1);
    Stream<BankInstruction> bad = Stream.of(
        new BankInstruction(1, "H123456789ABCDEF", good.account(), good.creditName(), good.bankBin(), 1, good.remark()),
        new BankInstruction(1, good.endToEndId(), "12345", good.creditName(), good.bankBin(), 1, good.remark()),
        new BankInstruction(1, good.endToEndId(), good.account(), "Đặng Thảo", good.bankBin(), 1, good.remark()),
        new BankInstruction(1, good.endToEndId(), good.account(), "X".repeat(51), good.bankBin(), 1, good.remark()),
        new BankInstruction(1, good.endToEndId(), good.account(), good.creditName(), "97043", 1, good.remark()),
        new BankInstruction(1, good.endToEndId(), good.account(), good.creditName(), good.bankBin(), 0, good.remark()),
        new BankInstruction(1, good.endToEndId(), good.account(), good.creditName(), good.bankBin(), 1, "R".repeat(26)),
        new BankInstruction(2, good.endToEndId(), good.account(), good.creditName(), good.bankBin(), 1, good.remark()));
    for (BankInstruction one : bad.toList()) {
      BatchHeader header = Banks.batch(PartnerKind.BANK_CSV, List.of(one));
      assertThat(complaints(CSV, header, written(CSV, header, List.of(one)), List.of(one))).as(one.toString()).isNotEmpty();
    }
  }

  @Test
  void fixedRecordRefusesToCutWhatDoesNotFit() {
    BankInstruction good = Banks.payment(1);
    BankInstruction tooLong = new BankInstruction(1, good.endToEndId(), good.account(), "X".repeat(51), good.bankBin(), 1, "");
    BankInstruction lettered = new BankInstruction(1, good.endToEndId(), "0012AB", "X", good.bankBin(), 1, "");
    for (BankInstruction one : List.of(tooLong, lettered)) {
      BatchHeader header = Banks.batch(PartnerKind.BANK_FIXED, List.of(one));
      assertThatIllegalArgumentException().isThrownBy(() -> written(FIXED, header, List.of(one))).withMessageContaining("line 1")
          .withMessageNotContaining(one.account());
    }
  }

  @Test
  void fixedFileIsRecordsOf160BytesAndLineEnds() throws IOException {
    List<BankInstruction> lines = Banks.payments(5);
    byte[] bytes = written(FIXED, Banks.batch(PartnerKind.BANK_FIXED, lines), lines);
    assertThat(bytes).hasSize(7 * 162);
    IntStream.range(0, 7).forEach(n -> assertThat(bytes[n * 162 + 160] == '\r' && bytes[n * 162 + 161] == '\n').isTrue());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void bytesLeaveWhileLinesStillCome(FileFormat<BankInstruction> format) throws IOException {
    int count = format.kind() == PartnerKind.BANK_FIXED ? 200_000 : 50_000;
    AtomicLong out = new AtomicLong();
    AtomicLong mostHeldBack = new AtomicLong();
    AtomicLong perLine = new AtomicLong(70);
    Iterator<BankInstruction> lines = IntStream.rangeClosed(1, count).mapToObj(line -> {
      mostHeldBack.accumulateAndGet((line - 1) * perLine.get() - out.get(), Math::max);
      return Banks.payment(line);
    }).iterator();
    long total = IntStream.rangeClosed(1, count).mapToLong(line -> 500_000L + line).sum();
    BatchHeader header = Banks.batch(format.kind(), count, total);
    Path file = folder.resolve("large");
    try (OutputStream bytes = counted(Files.newOutputStream(file), out)) {
      format.write(header, lines, bytes);
    }
    assertThat(mostHeldBack.get()).isLessThan(64 * 1024);
    assertThat(out.get()).isEqualTo(Files.size(file)).isGreaterThan(count * perLine.get());
    assertThat(format.check(header, file, IntStream.rangeClosed(1, count).mapToObj(Banks::payment).iterator())).isEmpty();
  }

  private static OutputStream counted(OutputStream target, AtomicLong count) {
    return new FilterOutputStream(target) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        count.addAndGet(length);
      }
    };
  }

  private static byte[] written(FileFormat<BankInstruction> format, BatchHeader header, List<BankInstruction> lines)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    format.write(header, lines.iterator(), bytes);
    return bytes.toByteArray();
  }

  private List<String> complaints(FileFormat<BankInstruction> format, BatchHeader header, byte[] bytes, List<BankInstruction> lines)
      throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    return format.check(header, file, lines.iterator());
  }
}
