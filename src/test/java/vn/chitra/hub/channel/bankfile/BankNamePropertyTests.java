package vn.chitra.hub.channel.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.channel.bankcsv.BankCsvFormat;
import vn.chitra.hub.channel.bankfixed.BankFixedFormat;
import vn.chitra.hub.payroll.NameText;

/** Any name of the welfare database, once folded, fits both files and passes the independent check. */
class BankNamePropertyTests {

  private static final String LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩị"
      + "óòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵĐẶỄ";

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars(LETTERS + "|\"\\ '-.\r\n\t").ofMinLength(1).ofMaxLength(80).map(text -> "Đ" + text);
  }

  /** Of many scripts, those that intake takes for an account. */
  @Provide
  Arbitrary<String> takenNames() {
    Arbitrary<String> latin = Arbitraries.strings().withCharRange('\u0020', '\u024f').ofMinLength(1).ofMaxLength(60);
    Arbitrary<String> wide = Arbitraries.strings().withChars("АИв花阮ʼ\u0306ßɓʹ゠ＡﬀªⅣ①٠|— ĐđAZ").ofMinLength(1).ofMaxLength(12);
    return Arbitraries.oneOf(latin, wide).map(NameText::clean);
  }

  @Property(tries = 300)
  void everyNamePassesTheCheck(@ForAll("names") String name) throws IOException {
    check(name);
  }

  @Property(tries = 600)
  void everyNameThatIntakeTakesForAnAccountPassesTheCheck(@ForAll("takenNames") String name) throws IOException {
    if (NameText.accountFlaw(name).isEmpty()) {
      check(name);
    }
  }

  private static void check(String name) throws IOException {
    for (FileFormat<BankInstruction> format : List.<FileFormat<BankInstruction>>of(new BankCsvFormat(), new BankFixedFormat())) {
      List<BankInstruction> lines = List.of(Banks.named(1, name));
      BatchHeader header = Banks.batch(format.kind(), lines);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      format.write(header, lines.iterator(), bytes);
      Path file = Files.createTempFile("payment", ".txt");
      try {
        Files.write(file, bytes.toByteArray());
        assertThat(format.check(header, file, lines.iterator())).isEmpty();
        assertThat(bytes.toString(StandardCharsets.US_ASCII).lines()).hasSize(3);
      } finally {
        Files.delete(file);
      }
    }
  }
}
