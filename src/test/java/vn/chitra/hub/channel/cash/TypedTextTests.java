package vn.chitra.hub.channel.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTests {

  @ParameterizedTest
  @ValueSource(strings = {"05/11/2026", "5/11/2026", "05-11-2026", "5.11.2026", "05/11/26", "5-11-26", "2026-11-05", "2026-11-05 00:00:00"})
  void readsDaysDayFirst(String text) {
    assertThat(TypedText.day(text)).contains(LocalDate.of(2026, 11, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/02/2026", "05/11/026", "hôm qua", "", "11/2026", "2026-11-05 12:30:00", "13/13/2026"})
  void refusesWhatIsNoDay(String text) {
    assertThat(TypedText.day(text)).isEmpty();
  }

  @Test
  void separatesADayThatNoCalendarHasFromWhatIsNoDay() {
    assertThat(TypedText.statedDay("5/11/26")).contains(StatedDay.of(LocalDate.of(2026, 11, 5)));
    assertThat(List.of("31/02/2026", "13/13/26", "00/11/2026", "2026-02-30")).allSatisfy(text ->
        assertThat(TypedText.statedDay(text)).contains(StatedDay.impossible(text)));
    assertThat(List.of("", "00000000", "00/01/1900", "00/01/00")).allSatisfy(text ->
        assertThat(TypedText.statedDay(text)).contains(StatedDay.NONE));
    assertThat(List.of("hôm qua", "11/2026", "05112026")).allSatisfy(text -> assertThat(TypedText.statedDay(text)).isEmpty());
  }

  @Test
  void notifiesReasonCodesFromFreeText() {
    assertThat(TypedText.reasonCode("k2")).contains("K2");
    assertThat(TypedText.reasonCode("K1: đi vắng")).contains("K1");
    assertThat(TypedText.reasonCode("K 5")).contains("K5");
    assertThat(TypedText.reasonCode("K1a")).isEmpty();
    assertThat(TypedText.reasonCode("Không gặp")).isEmpty();
  }

  @Test
  void findsEveryReasonCodeOfACell() {
    assertThat(List.of("K1, K2", "k1;K2", "K1 (K2)", "K1K2", "K 1 / K 2", "K1,2", "K1 2", "K1 và 2", "K1\nK2", "K1 \u2013 K2"))
        .allSatisfy(text ->
        assertThat(TypedText.reasonCodes(text)).containsExactly("K1", "K2"));
    assertThat(TypedText.reasonCodes("K2, K2")).containsExactly("K2");
    assertThat(TypedText.reasonCodes("K1, 2 lần đến")).containsExactly("K1");
    assertThat(TypedText.reasonCodes("K1, 5/11/2026")).containsExactly("K1");
    assertThat(TypedText.reasonCodes("K12")).containsExactly("K12");
    assertThat(TypedText.reasonCodes("OK2, TK12A, đi vắng 3 ngày")).isEmpty();
    assertThat(TypedText.reasonCodes("K1" + " ".repeat(100_000) + "x")).containsExactly("K1");
  }

  @Test
  void takesForACodeWhatWasMeantAsOne() {
    assertThat(TypedText.looksLikeCode(TypedText.code(" " + CashLists.id(1).toLowerCase(java.util.Locale.ROOT)))).isTrue();
    assertThat(TypedText.looksLikeCode("HGENCEVDQWARZWZH")).as("an id may have no digit").isTrue();
    assertThat(TypedText.looksLikeCode("TỔNGCỘNG")).isFalse();
    assertThat(TypedText.looksLikeCode("0123456789")).isFalse();
    assertThat(TypedText.looksLikeCode("")).isFalse();
  }

  @Test
  void dropsBlanksThatNobodySees() {
    assertThat(TypedText.clean("\uFEFF\u00A0Đỗ\u00A0Hưng\u200B ")).isEqualTo("Đỗ Hưng");
  }
}
