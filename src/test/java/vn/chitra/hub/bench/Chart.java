package vn.chitra.hub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The processor time of a payout as an SVG picture: one stacked bar a stage, in microseconds, from the figures of {@code report.json}. */
final class Chart {

  private static final int WIDTH = 900;
  private static final int LEFT = 24;
  private static final int PLOT = 780;
  private static final int TOP = 122;
  private static final int ROW = 48;
  private static final int BAR = 20;
  private static final int LEGEND_GAP = 20;
  /** A letter of the legend, about, and the swatch before it. */
  private static final double LETTER = 6.4;
  private static final int SWATCH = 17;
  private static final int TICKS = 6;

  /** Colours that colour-blind readers can tell apart; the picture has a ground of its own in both schemes, whatever stands around it. */
  private static final String STYLE = """
      text { font: 13px system-ui, sans-serif; fill: #1f2328 } .title { font-size: 18px; font-weight: 600 } .small { font-size: 12px }
      .ground { fill: #ffffff; stroke: #d0d7de } .grid { stroke: #d0d7de }
      .name, .sum { paint-order: stroke; stroke: #ffffff; stroke-width: 5px }
      .hub { fill: #0072b2 } .compilers { fill: #56b4e9 } .database { fill: #d55e00 } .welfare { fill: #e69f00 } .sftp { fill: #8c959f }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 } .ground { fill: #161b22; stroke: #3d444d } .grid { stroke: #3d444d }
        .name, .sum { stroke: #161b22 }
        .hub { fill: #2f8fd0 } .database { fill: #e8702a } }
      """;

  private static final List<Part> PARTS = List.of(
      new Part("hub", "hub", stage -> stage.required("hubMicros").asLong() - stage.required("compilerMicros").asLong()),
      new Part("compilers", "compilers of its JVM", stage -> stage.required("compilerMicros").asLong()),
      new Part("database", "hub's database", stage -> stage.required("databaseMicros").asLong()),
      new Part("welfare", "welfare database", stage -> stage.required("welfareMicros").asLong()),
      new Part("sftp", "SFTP server", stage -> stage.required("sftpMicros").asLong()));

  private final JsonNode figures;
  private final XMLStreamWriter svg;
  private final double pixelsAMicro;

  private record Part(String style, String name, ToLongFunction<JsonNode> micros) {}

  private Chart(JsonNode figures, XMLStreamWriter svg) {
    this.figures = figures;
    this.svg = svg;
    this.pixelsAMicro = (double) PLOT / (tick() * ticks());
  }

  /**
   * Draws the figures of a run again.
   *
   * @param arguments the {@code report.json}, the file to write, and the day of the run where the first does not name it
   */
  public static void main(String[] arguments) throws IOException {
    JsonNode figures = JsonMapper.builder().build().readTree(Path.of(arguments[0]).toFile());
    Files.writeString(Path.of(arguments[1]), of(figures, arguments.length > 2 ? arguments[2] : figures.required("date").asText()));
  }

  /**
   * The picture.
   *
   * @param figures of {@code report.json}
   * @param date day of the run, for the title
   * @throws IllegalArgumentException when a figure is missing
   */
  static String of(JsonNode figures, String date) {
    StringWriter text = new StringWriter();
    try {
      new Chart(figures, XMLOutputFactory.newFactory().createXMLStreamWriter(text)).draw(date);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the chart cannot be written", e);
    }
    return text + "\n";
  }

  private void draw(String date) throws XMLStreamException {
    List<JsonNode> stages = stages();
    int height = TOP + stages.size() * ROW + 46;
    svg.writeStartElement("svg");
    attributes("xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + WIDTH + " " + height, "width", WIDTH, "height", height,
        "role", "img");
    element("style", STYLE);
    empty("rect", "class", "ground", "x", 0.5, "y", 0.5, "width", WIDTH - 1.0, "height", height - 1.0, "rx", 6);
    JsonNode all = figures.required("all");
    element("text", String.format(Locale.ROOT, "Processor time of a payout: %,d payouts in %.1f s, %s",
        figures.required("payouts").asLong(), all.required("seconds").asDouble(), date), "class", "title", "x", LEFT, "y", 34);
    element("text", String.format(Locale.ROOT, "Each stage of the month, µs of processor a payout; all stages together %,d µs", total(all)),
        "x", LEFT, "y", 58);
    legend(all);
    axis(stages.size());
    for (int i = 0; i < stages.size(); i++) {
      bar(stages.get(i), TOP + i * ROW);
    }
    svg.writeEndElement();
    svg.writeEndDocument();
    svg.flush();
  }

  private void legend(JsonNode all) throws XMLStreamException {
    double x = LEFT;
    for (Part part : PARTS) {
      String words = String.format(Locale.ROOT, "%s %,d", part.name(), part.micros().applyAsLong(all));
      empty("rect", "class", part.style(), "x", x, "y", 78, "width", 12, "height", 12);
      element("text", words, "class", "small", "x", x + SWATCH, "y", 88);
      x += SWATCH + words.length() * LETTER + LEGEND_GAP;
    }
  }

  private void axis(int rows) throws XMLStreamException {
    int bottom = TOP + rows * ROW;
    for (int i = 0; i <= ticks(); i++) {
      double x = LEFT + i * tick() * pixelsAMicro;
      empty("line", "class", "grid", "x1", x, "y1", TOP - 10.0, "x2", x, "y2", (double) bottom);
      element("text", String.format(Locale.ROOT, i == ticks() ? "%,d µs" : "%,d", i * tick()), "class", "small tick", "x", x,
          "y", bottom + 18, "text-anchor", "middle");
    }
  }

  /** The stage's name, and below it its parts one after another, with their sum at the end. */
  private void bar(JsonNode stage, int y) throws XMLStreamException {
    String name = stage.required("name").asText();
    svg.writeStartElement("g");
    element("text", String.format(Locale.ROOT, "%s · %.1f s", name, stage.required("seconds").asDouble()), "class", "name", "x", LEFT + 4,
        "y", y + 10);
    double x = LEFT;
    for (Part part : PARTS) {
      long micros = part.micros().applyAsLong(stage);
      double width = micros * pixelsAMicro;
      svg.writeStartElement("rect");
      attributes("class", part.style(), "x", x, "y", y + 16, "width", width, "height", BAR);
      element("title", String.format(Locale.ROOT, "%s, %s: %,d µs", name, part.name(), micros));
      svg.writeEndElement();
      x += width;
    }
    element("text", String.format(Locale.ROOT, "%,d", total(stage)), "class", "small sum", "x", x + 5, "y", y + 31);
    svg.writeEndElement();
  }

  private List<JsonNode> stages() {
    return StreamSupport.stream(figures.required("stages").spliterator(), false).toList();
  }

  private static long total(JsonNode stage) {
    return PARTS.stream().mapToLong(part -> part.micros().applyAsLong(stage)).sum();
  }

  /** Micros between two lines of the axis: 1, 2 or 5 and zeros, so that the longest bar fits. */
  private long tick() {
    long longest = stages().stream().mapToLong(Chart::total).max().orElse(0);
    long power = 1;
    while (true) {
      for (long step : new long[] {1, 2, 5}) {
        if (step * power * TICKS >= longest) {
          return step * power;
        }
      }
      power *= 10;
    }
  }

  /** Only as many as the longest bar needs. */
  private long ticks() {
    long longest = stages().stream().mapToLong(Chart::total).max().orElse(0);
    return Math.max(1, (longest + tick() - 1) / tick());
  }

  private void element(String name, String text, Object... attributes) throws XMLStreamException {
    svg.writeStartElement(name);
    attributes(attributes);
    svg.writeCharacters(text);
    svg.writeEndElement();
  }

  private void empty(String name, Object... attributes) throws XMLStreamException {
    svg.writeEmptyElement(name);
    attributes(attributes);
  }

  /** Names and values in turn. */
  private void attributes(Object... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      svg.writeAttribute(namesAndValues[i].toString(), value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number)
          : value.toString());
    }
  }
}
