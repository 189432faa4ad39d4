package vn.chitra.hub.routes;

import java.util.Set;
import java.util.regex.Pattern;

/** The words by which {@link RouteRule} recognises what does not belong into a table of contents. */
final class KnownWords {

  static final Set<String> DEFINITIONS = Set.of("route", "routeConfiguration", "routeTemplate", "templatedRoute");
  static final Set<String> NAMED_BY_FLOW = Set.of("route", "routeTemplate", "templatedRoute");

  static final Pattern SQL = Pattern.compile(
      "(?is)\\b(select\\b.+\\bfrom|insert\\s+into|update\\b.+\\bset|delete\\s+from|merge\\s+into|call\\s+\\w+\\s*\\()\\b");
  static final Set<String> SQL_SCHEMES = Set.of("sql", "sql-stored", "jdbc", "mybatis", "mybatis-bean", "jpa");

  static final Set<String> SCRIPT_LANGUAGES = Set.of("groovy", "java", "joor", "js", "mvel", "ognl", "python", "spel", "csimple",
      "datasonnet", "jq", "xquery", "wasm", "script", "language");
  static final Set<String> SCRIPT_SCHEMES = Set.of("language", "groovy", "exec", "jslt", "jolt", "velocity", "freemarker", "mvel", "class");

  /** Camel's simple language: operators between blanks, increment and decrement, functions that compute, the wall clock. */
  static final Pattern ARITHMETIC = Pattern.compile("\\+\\+|--|\\s[-+*/%]\\s|\\bdate(-with-timezone)?:now|"
      + "\\b(abs|average|ceil|floor|hash|iif|max|min|random|range|round|substring|substringAfter|substringBefore|sum)\\(");

  /** Languages that stand in a step as {@code expression: <language>: expression:}. */
  static final Set<String> EXPRESSION_LANGUAGES = Set.of("constant", "simple", "exchangeProperty", "header", "jsonpath", "tokenize",
      "variable", "xpath", "xtokenize");

  static final Set<String> COMPUTING_STEPS = Set.of("toD", "recipientList", "routingSlip", "dynamicRouter", "serviceCall");

  static final Pattern SECRET_KEY = Pattern.compile("(?i).*"
      + "(password|passphrase|passwd|secret|apiKey|credentials?|privateKey|accessKey|accessToken|username|user)(File|Uri)?");
  /** A placeholder without a default, or a bean. */
  static final Pattern GIVEN_FROM_OUTSIDE = Pattern.compile("\\{\\{[^{}:]+}}|RAW\\(\\{\\{[^{}:]+}}\\)|#[\\w:.-]+");
  static final Pattern SECRET_IN_ADDRESS = Pattern.compile("RAW\\((?!\\{\\{[^{}:]+}}\\))"
      + "|^[a-z0-9+-]+:(//)?[^/@\\s?{}]+(:[^/@\\s]*)?@"
      + "|(?i)[?&](password|passphrase|secret|apiKey|accessToken|username)=(?!(RAW\\()?\\{\\{[^{}:]+}})");

  private KnownWords() {}
}
