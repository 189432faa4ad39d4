package vn.chitra.hub.confirmation.commune;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.confirmation.Reading.NotUnderstood;
import vn.chitra.hub.confirmation.Reading.Problem;

/**
 * One part of a spreadsheet, looked at before the library reads it. The library makes a list as long as the column of a cell and
 * counts up to the number of a shared string, so both are held within what a sheet can have. A part that is no XML, or neither a
 * sheet nor the list of parts, is of no interest.
 */
final class PartScan {

  static final int MOST_CELLS = 3_000_000;

  private static final int MOST_STRINGS = 1_000_000;
  private static final int MOST_ARRAY_FORMULAS = 100;
  private static final Pattern ADDRESS = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?\\d{1,7}");
  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,7}");

  private final InputStream in;
  private boolean sheet;
  private int cells;
  private int arrayFormulas;

  PartScan(InputStream in) {
    this.in = in;
  }

  /** Why the workbook must not be opened, or null when this part is no reason. */
  @Nullable NotUnderstood objection() throws IOException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      String objection = null;
      for (boolean root = true; objection == null && xml.hasNext();) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          objection = "Tệp .xlsx khai báo thực thể XML";
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          if (root && isOfNoInterest(xml)) {
            return null;
          }
          root = false;
          if (!sheet && String.valueOf(xml.getAttributeValue(null, "ContentType")).contains("macroEnabled")) {
            return WorkbookGuard.refused(Problem.UNKNOWN_KIND, "Tệp có macro (.xlsm); hãy lưu thành .xlsx");
          }
          objection = sheet ? element(xml) : null;
        }
      }
      return objection == null ? null : WorkbookGuard.refused(Problem.MALFORMED, objection);
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException cause && !(cause instanceof CharConversionException)) {
        throw cause;
      }
      return sheet ? WorkbookGuard.refused(Problem.MALFORMED, "Trang tính không phải XML hợp lệ") : null;
    }
  }

  private boolean isOfNoInterest(XMLStreamReader xml) {
    sheet = xml.getLocalName().equals("worksheet");
    return !sheet && !xml.getLocalName().equals("Types");
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
    return "s".equals(xml.getAttributeValue(null, "t")) && !isSmall(value(xml)) ? "Bảng tính có ô chữ không hợp lệ" : null;
  }

  /** The text inside a cell, with the cursor left at the cell's end. */
  private static String value(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.hasNext() && xml.next() != XMLStreamConstants.END_DOCUMENT) {
      if (xml.isCharacters() && text.length() < 20) {
        text.append(xml.getText());
      } else if (xml.isEndElement() && xml.getLocalName().equals("c")) {
        break;
      }
    }
    return text.toString().strip();
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
