package vn.chitra.hub.channel.commune;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.cash.CashReportMapping.Field;
import vn.chitra.hub.channel.cash.CashReportMapping.HeadingRow;
import vn.chitra.hub.channel.cash.CashReportMapping.Label;
import vn.chitra.hub.channel.cash.TypedText;

/** The data of a sheet beside its rows, at any position: read in a first pass, because they decide the meaning of the rows. */
final class SheetOutline {

  private final CashReportMapping mapping;
  private final Map<Label, String> values = new EnumMap<>(Label.class);
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
        return;
      }
    } else if (TypedText.looksLikeCode(TypedText.code(known.text(Field.CODE, cells)))) {
      return;
    }
    for (int i = 0; i < cells.size(); i++) {
      label(cells, i);
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

  private void label(List<String> cells, int at) {
    String cell = cells.get(at);
    int colon = cell.indexOf(':');
    Optional<Label> label = mapping.label(colon < 0 ? cell : cell.substring(0, colon));
    if (label.isEmpty()) {
      return;
    }
    String inCell = colon < 0 ? "" : cell.substring(colon + 1).strip();
    String value = inCell.isEmpty() ? beside(cells, at) : inCell;
    if (!value.isEmpty()) {
      String before = values.putIfAbsent(label.get(), value);
      if (before != null && !before.equals(value)) {
        contradicted = label.get();
      }
    }
  }

  private String beside(List<String> cells, int at) {
    for (String cell : cells.subList(at + 1, cells.size())) {
      if (!cell.isEmpty()) {
        boolean nextLabel = mapping.label(cell.contains(":") ? cell.substring(0, cell.indexOf(':')) : cell).isPresent();
        return nextLabel ? "" : cell;
      }
    }
    return "";
  }
}
