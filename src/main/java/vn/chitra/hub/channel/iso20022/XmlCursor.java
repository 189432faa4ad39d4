package vn.chitra.hub.channel.iso20022;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.bankfile.FileTail;
import vn.chitra.hub.inbound.ParseResult.Problem;

/**
 * Reads an XML document element by element in bounded memory. Elements of another namespace are skipped. DOCTYPE and entities are refused;
 * depth and text length are bounded.
 */
final class XmlCursor implements AutoCloseable {

  static final int MAX_DEPTH = 64;
  static final int MAX_TEXT = 4096;
  /** The JDK's factory, by name: other implementations on the classpath treat entities differently. */
  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Coalescing would gather a text of any length before we could measure it.
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  private final InputStream file;
  private final GuardedInput bytes;
  private final XMLStreamReader xml;
  private String namespace = "";
  private int depth;

  private XmlCursor(InputStream file, long length) throws IOException, NotIsoException {
    this.file = file;
    this.bytes = GuardedInput.over(file, length);
    try {
      this.xml = FACTORY.createXMLStreamReader(bytes);
    } catch (XMLStreamException e) {
      throw broken(e, 1);
    }
  }

  static XmlCursor open(Path path) throws IOException, NotIsoException {
    InputStream file = Files.newInputStream(path);
    try {
      return new XmlCursor(file, FileTail.lengthBeforeMark(path));
    } catch (IOException | NotIsoException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Stands on the root element then. */
  void enterRoot() throws IOException, NotIsoException {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // prolog
    }
    namespace = Objects.requireNonNullElse(xml.getNamespaceURI(), "");
  }

  String namespace() {
    return namespace;
  }

  String name() {
    return xml.getLocalName();
  }

  int line() {
    return Math.max(0, xml.getLocation().getLineNumber());
  }

  /** The next child of the element we are in, which must be read or skipped before asking again; null after the last one. */
  @Nullable String nextChild() throws IOException, NotIsoException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.END_ELEMENT -> {
          return null;
        }
        case XMLStreamConstants.START_ELEMENT -> {
          if (namespace.equals(xml.getNamespaceURI())) {
            return xml.getLocalName();
          }
          skip();
        }
        case XMLStreamConstants.END_DOCUMENT -> throw refused(Problem.TRUNCATED, null, "Tệp XML kết thúc giữa chừng");
        default -> { }
      }
    }
  }

  /** The trimmed text of the current element, to its end. An element inside it is not allowed. */
  String text() throws IOException, NotIsoException {
    String field = name();
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw refused(Problem.MALFORMED, field, "Trường chứa phần tử con ngoài quy định");
      }
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
        text.append(xml.getText());
      }
      if (text.length() > MAX_TEXT) {
        throw refused(Problem.MALFORMED, field, "Trường dài quá %d ký tự".formatted(MAX_TEXT));
      }
    }
    return text.toString().strip();
  }

  /** The text of the current element, or of the {@code Cd} or {@code Prtry} inside it. */
  String textOrCode() throws IOException, NotIsoException {
    StringBuilder bare = new StringBuilder();
    String coded = null;
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT && namespace.equals(xml.getNamespaceURI())) {
        coded = text();
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        skip();
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        bare.append(xml.getText());
      }
      if (bare.length() > MAX_TEXT) {
        throw refused(Problem.MALFORMED, null, "Trường dài quá %d ký tự".formatted(MAX_TEXT));
      }
    }
    return coded == null ? bare.toString().strip() : coded;
  }

  @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  /** Moves to the end of the current element. */
  void skip() throws IOException, NotIsoException {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** Requires that only blanks and comments follow the root. */
  void finish() throws IOException, NotIsoException {
    while (next() != XMLStreamConstants.END_DOCUMENT) {
      // epilogue
    }
  }

  NotIsoException refused(Problem problem, @Nullable String field, String reason) {
    return new NotIsoException(problem, line(), field, reason);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private int next() throws IOException, NotIsoException {
    int event;
    try {
      event = xml.next();
    } catch (XMLStreamException e) {
      throw broken(e, line());
    }
    bytes.progress();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> depth++;
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD -> throw refused(Problem.MALFORMED, "DOCTYPE", "Tệp có DOCTYPE; không đọc");
      case XMLStreamConstants.ENTITY_REFERENCE -> throw refused(Problem.MALFORMED, null, "Tệp có thực thể ngoài chuẩn; không đọc");
      default -> { }
    }
    if (depth > MAX_DEPTH) {
      throw refused(Problem.MALFORMED, null, "Phần tử lồng nhau quá %d tầng".formatted(MAX_DEPTH));
    }
    return event;
  }

  private NotIsoException broken(XMLStreamException e, int lastLine) throws IOException {
    bytes.rethrowFailure();
    int line = e.getLocation() == null ? lastLine : Math.max(lastLine, e.getLocation().getLineNumber());
    for (Throwable cause = e.getNestedException(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CharConversionException || cause instanceof UnsupportedEncodingException) {
        return new NotIsoException(Problem.CHARSET, line, null, "Tệp không theo bảng mã đã khai báo");
      }
      if (cause instanceof GuardedInput.EndlessException) {
        return new NotIsoException(Problem.MALFORMED, line, null, "Một phần tử dài bất thường");
      }
    }
    return bytes.ended()
        ? new NotIsoException(Problem.TRUNCATED, line, null, "Tệp XML trống, bị cắt hoặc hỏng ở cuối")
        : new NotIsoException(Problem.MALFORMED, line, null, "Tệp XML hỏng");
  }
}
