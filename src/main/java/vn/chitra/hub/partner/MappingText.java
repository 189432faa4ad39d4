package vn.chitra.hub.partner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.chitra.hub.support.NameFolding;

/** Converts texts of mapping files into values. */
final class MappingText {

  private MappingText() {}

  /** The file's text in NFC; bytes that are no UTF-8 are an error, never replaced in silence. */
  static Optional<String> decode(String file, byte[] bytes, MappingErrors errors) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(NameFolding.nfc(text.startsWith("\ufeff") ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      errors.add(file, 0, "", "không phải UTF-8");
      return Optional.empty();
    }
  }

  /** Empty when the parser refuses the text. */
  static <T> Optional<T> parse(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code true} or {@code false} and nothing else. */
  static Boolean bool(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** The constant whose name in kebab case is the text. */
  static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants()).filter(one -> kebab(one).equals(text)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  static String choices(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(MappingText::kebab).collect(Collectors.joining(", "));
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
