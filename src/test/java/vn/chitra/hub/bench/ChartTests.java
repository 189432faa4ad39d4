package vn.chitra.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The picture of a run: what is drawn, read by its own axis, is what was measured. */
class ChartTests {

  private static final String FIGURES = """
      {"payouts": 98689, "stages": [
        {"name": "intake & plan", "seconds": 54.3, "hubMicros": 414, "compilerMicros": 172, "databaseMicros": 395, "welfareMicros": 40,
         "sftpMicros": 113},
        {"name": "sent", "seconds": 4.8, "hubMicros": 19, "compilerMicros": 8, "databaseMicros": 4, "welfareMicros": 0, "sftpMicros": 7}],
       "all": {"name": "all", "seconds": 59.1, "hubMicros": 433, "compilerMicros": 180, "databaseMicros": 399, "welfareMicros": 40,
         "sftpMicros": 120}}""";

  @TempDir
  Path folder;

  @Test
  void aBarIsAsWideAsTheAxisPromises() throws Exception {
    Document svg = drawn(FIGURES, "30/11/2026");
    double micro = pixelsAMicro(svg);

    assertThat(micro).as("the longest bar, 962 µs, fills more than half of the plot").isBetween(780 / (2 * 962.0), 780 / 962.0);
    assertThat(bars(svg)).as("µs by hub without compilers, compilers, database, welfare, SFTP").containsExactly(
        List.of("hub 242", "compilers 172", "database 395", "welfare 40", "sftp 113"),
        List.of("hub 11", "compilers 8", "database 4", "welfare 0", "sftp 7"));
  }

  @Test
  void theAxisEndsAtTheFirstLineBehindTheLongestBar() throws Exception {
    List<String> ticks = elements(drawn(FIGURES, "30/11/2026"), "text").stream()
        .filter(text -> text.getAttribute("class").contains("tick")).map(Element::getTextContent).toList();

    assertThat(ticks).containsExactly("0", "200", "400", "600", "800", "1,000 µs");
  }

  @Test
  void theLegendsTextsDoNotTouchTheNextSwatch() throws Exception {
    Document svg = drawn(FIGURES, "30/11/2026");
    List<Element> swatches = elements(svg, "rect").stream().filter(one -> one.getAttribute("y").equals("78")).toList();
    List<Element> texts = elements(svg, "text").stream().filter(one -> one.getAttribute("y").equals("88")).toList();

    assertThat(swatches).hasSize(5);
    for (int i = 0; i + 1 < swatches.size(); i++) {
      double end = number(texts.get(i), "x") + texts.get(i).getTextContent().length() * 6;
      assertThat(number(swatches.get(i + 1), "x") - end).isBetween(10.0, 40.0);
    }
  }

  @Test
  void partsStandOneBehindAnother() throws Exception {
    for (Element group : elements(drawn(FIGURES, "30/11/2026"), "g")) {
      double at = 24;
      for (Element part : elements(group, "rect")) {
        assertThat(number(part, "x")).isEqualTo(at, within(0.03));
        at = number(part, "x") + number(part, "width");
      }
    }
  }

  @Test
  void namesPayoutsDaySecondsStagesAndSums() throws Exception {
    List<String> texts = elements(drawn(FIGURES, "30/11/2026"), "text").stream().map(Element::getTextContent).toList();

    assertThat(texts).contains("Processor time of a payout: 98,689 payouts in 59.1 s, 30/11/2026", "intake & plan · 54.3 s", "sent · 4.8 s",
        "962", "30", "hub 253", "compilers of its JVM 180", "hub's database 399", "welfare database 40", "SFTP server 120");
    assertThat(texts).anyMatch(text -> text.contains("all stages together 992 µs"));
  }

  @Test
  void hasAGroundOfItsOwnInBothSchemes() throws Exception {
    Document svg = drawn(FIGURES, "30/11/2026");

    assertThat(elements(svg, "rect").get(0).getAttribute("class")).isEqualTo("ground");
    String style = elements(svg, "style").get(0).getTextContent();
    String dark = style.substring(style.indexOf("@media (prefers-color-scheme: dark)"));
    assertThat(style).contains(".ground { fill: #ffffff", "text { font: 13px system-ui, sans-serif; fill: #1f2328 }");
    assertThat(dark).contains(".ground { fill: #161b22", "text { fill: #e6edf3 }");
  }

  @Test
  void aMissingFigureIsNotDrawnAsNothing() {
    assertThatThrownBy(() -> drawn(FIGURES.replace("\"welfareMicros\": 0,", ""), "30/11/2026")).hasMessageContaining("welfareMicros");
  }

  @Test
  void isDrawnAgainFromAReport() throws Exception {
    Path report = Files.writeString(folder.resolve("report.json"), "{\"date\": \"2026-11-30\", " + FIGURES.substring(1));
    Path picture = folder.resolve("report.svg");

    Chart.main(new String[] {report.toString(), picture.toString()});
    assertThat(Files.readString(picture)).isEqualTo(Chart.of(json(FIGURES), "2026-11-30"));

    Chart.main(new String[] {report.toString(), picture.toString(), "01/12/2026"});
    assertThat(Files.readString(picture)).contains("59.1 s, 01/12/2026");
  }

  /** Read back: a row's parts with their widths in micros of the axis. */
  private static List<List<String>> bars(Document svg) {
    double micro = pixelsAMicro(svg);
    List<List<String>> rows = new ArrayList<>();
    for (Element group : elements(svg, "g")) {
      rows.add(elements(group, "rect").stream().map(part -> part.getAttribute("class") + " " + Math.round(number(part, "width") / micro))
          .toList());
    }
    return rows;
  }

  /** By the first and the last mark of the axis. */
  private static double pixelsAMicro(Document svg) {
    List<Element> marks = elements(svg, "text").stream().filter(text -> text.getAttribute("class").endsWith("tick")).toList();
    Element last = marks.get(marks.size() - 1);
    assertThat(marks.get(0).getTextContent()).isEqualTo("0");
    assertThat(last.getTextContent()).endsWith(" µs");
    return (number(last, "x") - number(marks.get(0), "x")) / Double.parseDouble(last.getTextContent().replaceAll("\\D", ""));
  }

  private static Document drawn(String figures, String date) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new InputSource(new StringReader(Chart.of(json(figures), date))));
  }

  private static JsonNode json(String text) throws IOException {
    return JsonMapper.builder().build().readTree(text);
  }

  private static List<Element> elements(Document within, String name) {
    return elements(within.getDocumentElement(), name);
  }

  private static List<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
