package vn.chitra.hub.channel.commune;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;

/**
 * Checks one part of a spreadsheet before the library reads it. The library allocates by the column number of a cell and by the number of a
 * shared string, so both are limited to valid values. A part that is no XML is not checked.
 */
final class PartScan {

  static final int MOST_CELLS = 3_000_000;

  /** A sheet is nested about ten levels deep; the library keeps all levels in memory. */
  private static final int MOST_DEPTH = 64;
  private static final String TOO_DEEP = "Tệp .xlsx có XML lồng quá " + MOST_DEPTH + " tầng";
  private static final int MOST_STRINGS = 1_000_000;
  private static final int MOST_ARRAY_FORMULAS = 100;
  private static final Pattern ADDRESS = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?\\d{1,7}");
  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,7}");

  private final InputStream in;
  private boolean sheet;
  private boolean types;
  private int depth;
  private int cells;
  private int arrayFormulas;

  PartScan(InputStream in) {
    this.in = in;
  }

  /** Why the workbook must not be opened, or null when this part is no reason. */
  @Nullable NotUnderstood objection() throws IOException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      NotUnderstood objection = null;
      while (objection == null && xml.hasNext()) {
        objection = event(xml.next(), xml);
      }
      return objection;
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException cause && !(cause instanceof CharConversionException)) {
        throw cause;
      }
      return sheet ? malformed("Trang tính không phải XML hợp lệ") : null;
    }
  }

  private @Nullable NotUnderstood event(int event, XMLStreamReader xml) throws XMLStreamException {
    if (event == XMLStreamConstants.DTD) {
      return malformed("Tệp .xlsx khai báo thực thể XML");
    }
    if (event == XMLStreamConstants.START_ELEMENT) {
      return begun(xml);
    }
    depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    return null;
  }

  private @Nullable NotUnderstood begun(XMLStreamReader xml) throws XMLStreamException {
    if (++depth > MOST_DEPTH) {
      return malformed(TOO_DEEP);
    }
    if (depth == 1) {
      sheet = xml.getLocalName().equals("worksheet");
      types = xml.getLocalName().equals("Types");
    }
    if (types && String.valueOf(xml.getAttributeValue(null, "ContentType")).contains("macroEnabled")) {
      return WorkbookGuard.refused(Problem.UNKNOWN_KIND, "Tệp có macro (.xlsm); hãy lưu thành .xlsx");
    }
    String wrong = sheet ? element(xml) : null;
    return wrong == null ? null : malformed(wrong);
  }

  private static NotUnderstood malformed(String reason) {
    return WorkbookGuard.refused(Problem.MALFORMED, reason);
  }

  private @Nullable String element(XMLStreamReader xml) throws XMLStreamException {
    return switch (xml.getLocalName()) {
      case "c" -> cell(xml);
      case "f" -> "array".equals(xml.getAttributeValue(null, "t")) && ++arrayFormulas > MOST_ARRAY_FORMULAS
          ? "Bảng tính có quá nhiều công thức mảng" : null;
      default -> null;
    };
  }

  private @Nullable String cell(XMLStreamReader xml) throws XMLStreamException {
    String address = xml.getAttributeValue(null, "r");
    if (++cells > MOST_CELLS) {
      return "Bảng tính quá lớn";
    }
    if (address != null && !ADDRESS.matcher(address).matches()) {
      return "Bảng tính có ô ở địa chỉ không hợp lệ";
    }
    return "s".equals(xml.getAttributeValue(null, "t")) ? stringNumber(xml) : null;
  }

  /** Reads on to the cell's end. */
  private @Nullable String stringNumber(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int around = depth; depth >= around;) {
      int event = xml.next();
      if (event == XMLStreamConstants.CHARACTERS && text.length() < 20) {
        text.append(xml.getText());
      }
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
      if (depth > MOST_DEPTH) {
        return TOO_DEEP;
      }
    }
    return isSmall(text.toString().strip()) ? null : "Bảng tính có ô chữ không hợp lệ";
  }

  private static boolean isSmall(String number) {
    return number.isEmpty() || SMALL_NUMBER.matcher(number).matches() && Integer.parseInt(number) < MOST_STRINGS;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
