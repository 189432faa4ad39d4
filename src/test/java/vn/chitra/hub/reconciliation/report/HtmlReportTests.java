package vn.chitra.hub.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTests {

  @Test
  void saysTheFiguresInVietnameseDigits() throws IOException {
    assertThat(html(Figures.november())).contains("<span class=\"count\">233.450 khoản</span><span>233.450.000.000</span>")
        .contains("tháng 11/2026").contains("18:00 ngày 19/11/2026").contains("Bưu điện tỉnh Phú Thọ").contains("Tạm chuyển kỳ sau")
        .contains("Xã Đoan Hùng").contains("84,84 %");
  }

  @Test
  void escapesWhateverANameContains() throws IOException {
    String hostile = "<script>alert('Đức')</script> & \"Con\"";
    assertThat(html(Figures.with(List.of(Figures.row(hostile, "<b>", 1, 0, 0, 0, 1, 0, 0, 0, 0)), false)))
        .doesNotContain("<script").doesNotContain("<b>:")
        .contains("&lt;script&gt;alert(&#39;Đức&#39;)&lt;/script&gt; &amp; &quot;Con&quot;")
        .contains("&lt;b&gt;");
  }

  @Test
  void needsNothingBesideItself() throws IOException {
    assertThat(html(Figures.november())).doesNotContainPattern("(?i)(src|href)\\s*=|@import|url\\(|https?://|\\bth:");
  }

  @Test
  void printsOnA4Landscape() throws IOException {
    assertThat(html(Figures.november())).contains("@page { size: A4 landscape");
  }

  @Test
  void hasTheHeadOfADocumentTheTotalInWordsAndSignatures() throws IOException {
    assertThat(html(Figures.november())).contains("UỶ BAN NHÂN DÂN TỈNH PHÚ THỌ", "<b>SỞ Y TẾ</b>",
        "<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>", "<b>Độc lập - Tự do - Hạnh phúc</b>", "Số: ……/BC-……",
        "<i>Phú Thọ, ngày 19 tháng 11 năm 2026</i>", "(bằng chữ: hai trăm ba mươi ba tỷ bốn trăm năm mươi triệu đồng).",
        "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ", "Nơi nhận:");
  }

  @Test
  void beginsAPageForEachPartner() throws IOException {
    String html = html(Figures.november());
    assertThat(html).contains("section + section { break-before: page; }");
    for (String partner : List.of("Agribank Chi nhánh tỉnh Phú Thọ", "Bưu điện tỉnh Phú Thọ", "Uỷ ban nhân dân cấp xã")) {
      assertThat(html.split("<section>", -1)).filteredOn(page -> page.contains("<p>Đối tác: <b>" + partner + "</b></p>")).singleElement()
          .satisfies(page -> assertThat(page).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ Y TẾ", "ngày 19 tháng 11 năm 2026",
              "Kỳ chi trả: <b>tháng 11/2026</b>", "bằng chữ", "ĐẠI DIỆN ĐỐI TÁC", "(Ký, ghi rõ họ tên, đóng dấu)"));
    }
    assertThat(html.split("<section>", -1)).filteredOn(page -> page.contains("<b>Chưa giao đối tác</b></p>")).singleElement()
        .satisfies(page -> assertThat(page).as("nobody signs for it").doesNotContain("ĐẠI DIỆN ĐỐI TÁC"));
  }

  /** No text of the printed page is smaller. */
  @Test
  void printsNothingBelowNinePoints() throws IOException {
    String style = html(Figures.november()).replaceAll("(?s).*@media print \\{(.*?)</style>.*", "$1");
    assertThat(Pattern.compile("font-size: ([0-9.]+)(pt|em|rem|px)").matcher(style).results()
        .map(size -> size.group(2) + size.group(1)).toList()).isNotEmpty()
        .allSatisfy(size -> assertThat(Double.parseDouble(size.replaceFirst("^pt", ""))).isGreaterThanOrEqualTo(9));
  }

  @Test
  void marksADifferenceAndShowsZeroAsZero() throws IOException {
    String balanced = html(Figures.closed());
    String off = html(Figures.with(List.of(Figures.row("xa", "NCC", 10, 0, 0, 0, 9, 0, 0, 0, 0)), true));
    assertThat(balanced).doesNotContain("class=\"alarm\"").contains("<td><span class=\"count\">0 khoản</span><span>0</span></td>");
    assertThat(off).contains("<td class=\"alarm\"><span class=\"count\">1 khoản</span><span>1.000.000</span></td>")
        .contains("✗ LỆCH");
  }

  private static String html(ReportFigures figures) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlReport().write(Figures.page(figures), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
