package vn.chitra.hub.channel.commune;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.cash.CashReportMapping.Field;
import vn.chitra.hub.channel.cash.CashReportMapping.HeadingRow;
import vn.chitra.hub.channel.cash.CashReportMapping.Label;
import vn.chitra.hub.channel.cash.TypedText;

/**
 * The data of a sheet beside its rows, at any position: read in a first pass, because they decide the meaning of the rows. A label's value
 * stands in its cell after a colon, else in its box, the cell of its row under the heading of the amounts, wherever that column was moved
 * to, else in the next filled cell to the right.
 */
final class SheetOutline {

  /** Our list has their boxes in the column of the amounts. */
  private static final Set<Label> BOXED = EnumSet.of(Label.VERSION, Label.KIND, Label.RECEIVED, Label.PAID, Label.LEFT);

  private final CashReportMapping mapping;
  private final Map<Label, String> values = new EnumMap<>(Label.class);
  /** Rows with labels above the headings, which tell where the boxes are. */
  private final List<List<String>> above = new ArrayList<>();
  private @Nullable HeadingRow headings;
  private int headingRow;
  private @Nullable Label contradicted;

  SheetOutline(CashReportMapping mapping) {
    this.mapping = mapping;
  }

  void look(Row row) {
    List<String> cells = SheetCells.texts(row);
    HeadingRow known = headings;
    if (known == null) {
      Optional<HeadingRow> found = mapping.headingRow(cells);
      if (found.isPresent()) {
        headings = found.get();
        headingRow = row.getRowNum();
        above.forEach(cellsAbove -> labels(cellsAbove, found.get()));
        above.clear();
      } else if (cells.stream().anyMatch(cell -> labelIn(cell).isPresent())) {
        above.add(cells);
      }
    } else if (!TypedText.looksLikeCode(TypedText.code(known.text(Field.CODE, cells)))) {
      labels(cells, known);
    }
  }

  /** Null when the sheet has no heading row. */
  @Nullable HeadingRow headings() {
    return headings;
  }

  /** The row of the headings, from 1. */
  int headingRow() {
    return headingRow;
  }

  /** Empty where the label is missing or has no value beside it. */
  String value(Label label) {
    return values.getOrDefault(label, "");
  }

  /** A label that appears twice with different values, or null. */
  @Nullable Label contradicted() {
    return contradicted;
  }

  private void labels(List<String> cells, HeadingRow columns) {
    boolean alone = cells.stream().flatMap(cell -> labelIn(cell).stream()).filter(BOXED::contains).count() == 1;
    for (int i = 0; i < cells.size(); i++) {
      Optional<Label> label = labelIn(cells.get(i));
      if (label.isPresent()) {
        String box = alone && BOXED.contains(label.get()) ? value(columns.text(Field.AMOUNT, cells)) : "";
        keep(label.get(), Stream.of(inCell(cells.get(i)), box, beside(cells, i)).filter(text -> !text.isEmpty()).findFirst().orElse(""));
      }
    }
  }

  private void keep(Label label, String value) {
    if (!value.isEmpty()) {
      String before = values.putIfAbsent(label, value);
      if (before != null && !before.equals(value)) {
        contradicted = label;
      }
    }
  }

  private Optional<Label> labelIn(String cell) {
    int colon = cell.indexOf(':');
    return mapping.label(colon < 0 ? cell : cell.substring(0, colon));
  }

  private static String inCell(String cell) {
    int colon = cell.indexOf(':');
    return colon < 0 ? "" : cell.substring(colon + 1).strip();
  }

  /** The next filled cell to the right. */
  private String beside(List<String> cells, int at) {
    return value(cells.subList(at + 1, cells.size()).stream().filter(cell -> !cell.isEmpty()).findFirst().orElse(""));
  }

  /** The cell's text, empty where the cell is a label. */
  private String value(String cell) {
    return labelIn(cell).isPresent() ? "" : cell;
  }
}
