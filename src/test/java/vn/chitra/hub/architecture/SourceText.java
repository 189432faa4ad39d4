package vn.chitra.hub.architecture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Java source without comments, strings and characters; line numbers stay the same. */
final class SourceText {

  private static final Pattern NOT_CODE = Pattern.compile(
      "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'", Pattern.DOTALL);
  private static final Pattern FLOATING_POINT = Pattern.compile("\\b(float|double|Float|Double)\\b|\\b\\d+\\.\\d|\\b\\d+[dDfF]\\b");

  /** Page margins in inches are all that the spreadsheet library wants as a fraction. */
  private static final Pattern PAGE_MARGIN = Pattern.compile("\\.(left|right|top|bottom)Margin\\([^)]*\\)");

  private SourceText() {}

  /** Numbers of the lines, from 1, that name a floating-point type or write such a number. */
  static List<Integer> linesWithFloatingPoint(String source) {
    String[] lines = PAGE_MARGIN.matcher(codeOnly(source)).replaceAll("").split("\n", -1);
    return IntStream.rangeClosed(1, lines.length).filter(i -> FLOATING_POINT.matcher(lines[i - 1]).find()).boxed().toList();
  }

  private static String codeOnly(String source) {
    return NOT_CODE.matcher(source).replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("[^\\n]+", " ")));
  }
}
