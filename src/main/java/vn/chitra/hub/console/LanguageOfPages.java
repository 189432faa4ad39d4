package vn.chitra.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.support.Language;

/**
 * Chooses the language of a page: {@code ?lang=en} or {@code ?lang=vi} on any page shows that page in it and keeps it in a cookie for a
 * year; without the cookie pages are Vietnamese, whatever the browser prefers. Calls of Hawtio, Artemis and scripts stay Vietnamese.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LanguageOfPages implements WebMvcConfigurer {

  static final String PARAMETER = "lang";
  private static final String COOKIE = "CHITRAHUB_LANG";
  private static final Duration KEPT = Duration.ofDays(365);

  @Bean
  static MessageSource messageSource() {
    return Texts.source();
  }

  @Bean
  static LocaleResolver localeResolver() {
    return new ByCookie();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change = new LocaleChangeInterceptor();
    change.setParamName(PARAMETER);
    change.setHttpMethods("GET");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(change);
  }

  /** The query of the page that is shown, ready for {@code lang=…} behind it: a link by it never leaves the page. */
  static String address(HttpServletRequest request) {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    return "?" + Arrays.stream(query.split("&")).filter(part -> !part.isEmpty() && !part.startsWith(PARAMETER + "="))
        .map(part -> part + "&").collect(Collectors.joining());
  }

  private static final class ByCookie extends CookieLocaleResolver {

    private final CookieLocaleResolver encrypted = new CookieLocaleResolver(COOKIE);

    ByCookie() {
      super(COOKIE);
      keep(this);
      keep(encrypted);
      encrypted.setCookieSecure(true);
      setRejectInvalidCookies(false);
      setDefaultLocale(Language.VIETNAMESE.locale());
    }

    private static void keep(CookieLocaleResolver cookie) {
      cookie.setCookieMaxAge(KEPT);
      cookie.setCookieHttpOnly(true);
      cookie.setCookieSameSite("Lax");
    }

    /** Behind TLS the cookie is {@code Secure} like every other. */
    @Override
    public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext chosen) {
      if (request.isSecure()) {
        encrypted.setLocaleContext(request, response, chosen);
      } else {
        super.setLocaleContext(request, response, chosen);
      }
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
      return language(request).locale();
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
      return request.getServletPath().startsWith("/actuator") ? super.resolveLocaleContext(request)
          : new Language.OfPage(() -> language(request));
    }

    private Language language(HttpServletRequest request) {
      return Language.of(super.resolveLocale(request));
    }
  }
}
