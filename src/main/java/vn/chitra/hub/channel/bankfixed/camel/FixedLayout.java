package vn.chitra.hub.channel.bankfixed.camel;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.dataformat.bindy.BindyFixedLengthFactory;
import vn.chitra.hub.channel.bankfile.camel.BindyFormats;

/**
 * One kind of fixed-length record, laid out by a Bindy class that names every position; the model is built once and serves every
 * record, on any thread. Record by record, so memory does not grow with the file.
 *
 * @param <T> a class with {@code @FixedLengthRecord}
 */
public final class FixedLayout<T> {

  private static final Pattern PADDING = Pattern.compile("^0+(?=\\d)");

  private final Class<T> type;
  private final BindyFixedLengthFactory model;

  /** @throws IllegalArgumentException when the class is no layout: a defect of the program */
  public FixedLayout(Class<T> type) {
    this.type = type;
    try {
      model = new BindyFixedLengthFactory(type);
    } catch (Exception e) {
      throw new IllegalArgumentException("no fixed-length layout: " + type.getName(), e);
    }
    model.setFormatFactory(BindyFormats.fresh());
  }

  /**
   * The record as text, without a line end.
   *
   * @throws IllegalArgumentException when a value is longer than its positions; nothing is ever cut to fit
   */
  public String write(T record) {
    try {
      return model.unbind(null, Map.of(type.getName(), record));
    } catch (Exception e) {
      throw new IllegalArgumentException("cannot be written as " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  /** A number without the zeros that pad it, in whatever form it is written. */
  static String withoutPadding(String number) {
    return PADDING.matcher(number).replaceFirst("");
  }

  /** The record of a text that is as long as the layout; texts lose their padding, numbers keep it. */
  public T read(String text) {
    try {
      Map<String, Object> record = model.factory();
      model.bind(null, text, record, 0);
      return type.cast(record.get(type.getName()));
    } catch (Exception e) {
      throw new IllegalArgumentException("text does not fit " + type.getSimpleName(), e);
    }
  }
}
