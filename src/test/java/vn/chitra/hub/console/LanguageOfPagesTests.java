package vn.chitra.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.StateNames;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.support.Language;

/** Which language a call is in, and that only pages of the console have a choice. */
class LanguageOfPagesTests {

  private final CookieLocaleResolver resolver = (CookieLocaleResolver) LanguageOfPages.localeResolver();

  @AfterEach
  void noPageIsMade() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @CsvSource({"/cases, en, ENGLISH", "/cases, en-GB, ENGLISH", "/cases, vi, VIETNAMESE", "/cases, fr, VIETNAMESE", "/cases, ?!, VIETNAMESE",
      "/cases, , VIETNAMESE", "/actuator/health, en, VIETNAMESE", "/actuator/jolokia, en, VIETNAMESE"})
  void theCookieChoosesTheLanguageOfPagesOnly(String path, String cookie, Language language) {
    MockHttpServletRequest request = call(path, cookie);
    LocaleContextHolder.setLocaleContext(resolver.resolveLocaleContext(request));
    assertThat(Language.current()).isEqualTo(language);
  }

  @Test
  void outsideOfPagesTheBrowsersLanguageChangesNothing() {
    LocaleContextHolder.setLocale(Locale.US);
    assertThat(Language.current()).isEqualTo(Language.VIETNAMESE);
    assertThat(StateNames.payout("HELD")).isEqualTo("tạm giữ");
    assertThat(Shown.dong(1_500_000)).isEqualTo("1.500.000 đồng");
    assertThat(new Texts().of("late")).isEqualTo("quá hạn");
  }

  @Test
  void onAnEnglishPageStatesMoneyAndTextsAreEnglish() {
    LocaleContextHolder.setLocaleContext(new Language.OfPage(() -> Language.ENGLISH));
    assertThat(StateNames.payout("HELD")).isEqualTo("held");
    assertThat(Shown.dong(1_500_000)).isEqualTo("1,500,000 dong");
    assertThat(new Texts().of("payouts.and.sum", 1200, "1 dong")).isEqualTo("1,200 payouts, 1 dong");
  }

  @ParameterizedTest
  @CsvSource({", ?", "'', ?", "q=a, ?q=a&", "q=a&lang=en, ?q=a&", "lang=en&q=a&all=true, ?q=a&all=true&", "slang=x, ?slang=x&"})
  void theSwitchKeepsTheQueryOfThePage(String query, String address) {
    MockHttpServletRequest request = call("/search", null);
    request.setQueryString(query);
    assertThat(LanguageOfPages.address(request)).isEqualTo(address);
  }

  @Test
  void aVietnameseDocumentIsMadeDuringTheCallOfAnEnglishPage() {
    LocaleContextHolder.setLocaleContext(new Language.OfPage(() -> Language.ENGLISH));
    assertThat(Language.inVietnamese(() -> Shown.dong(1_500_000))).isEqualTo("1.500.000 đồng");
    assertThat(Language.current()).isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theCookieIsSecureWhereTheCallIs(boolean secure) {
    MockHttpServletRequest request = call("/cases", null);
    request.setSecure(secure);
    MockHttpServletResponse response = new MockHttpServletResponse();
    resolver.setLocale(request, response, Locale.ENGLISH);
    assertThat(response.getHeaders("Set-Cookie")).hasSize(1).allSatisfy(cookie -> assertThat(cookie)
        .contains("CHITRAHUB_LANG=en", "Max-Age=31536000", "HttpOnly", "SameSite=Lax").matches(one -> one.contains("Secure") == secure));
    assertThat(resolver.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
  }

  private static MockHttpServletRequest call(String path, String cookie) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    request.addPreferredLocale(Locale.US);
    if (cookie != null) {
      request.setCookies(new Cookie("CHITRAHUB_LANG", cookie));
    }
    return request;
  }
}
