package vn.chitra.hub.channel.bankfile.camel;

import java.util.List;
import java.util.Map;
import org.apache.camel.dataformat.bindy.BindyCsvFactory;

/**
 * One kind of separated record, laid out by a Bindy class; the model is built once and serves every record, on any thread. Record by
 * record, so memory does not grow with the file.
 *
 * @param <T> a class with {@code @CsvRecord}
 */
public final class CsvLayout<T> {

  private final Class<T> type;
  private final BindyCsvFactory model;

  /** @throws IllegalArgumentException when the class is no layout: a defect of the program */
  public CsvLayout(Class<T> type) {
    this.type = type;
    try {
      model = new BindyCsvFactory(type);
    } catch (Exception e) {
      throw new IllegalArgumentException("no separated layout: " + type.getName(), e);
    }
    model.setFormatFactory(BindyFormats.fresh());
  }

  /** The record as text, without a line end. */
  public String write(T record) {
    try {
      return model.unbind(null, Map.of(type.getName(), record));
    } catch (Exception e) {
      throw new IllegalArgumentException("cannot be written as " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  /** The record of these fields, each unchanged; the caller has counted them. */
  public T read(List<String> fields) {
    try {
      Map<String, Object> record = model.factory();
      model.bind(null, fields, record, 0);
      return type.cast(record.get(type.getName()));
    } catch (Exception e) {
      throw new IllegalArgumentException("fields do not fit " + type.getSimpleName(), e);
    }
  }
}
