package vn.chitra.hub.account.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicantTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  @ParameterizedTest
  @CsvSource({"1948, true", "2011-12-01, true", "2011-12-02, false", "2011-11, true", "2011-12, false", "2011, false", "2010, true",
      "2020-01-01, false"})
  void aBeneficiaryIsSentWhenHeIsCertainlyFifteen(String birthDate, boolean sent) {
    assertThat(new Applicant("QD-1", true, "Đỗ Thị Hường", "025148000001", birthDate, null, "04792", null).mayBeSent(TODAY))
        .isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({"025180000001, true", "025210000001, true", "025211000001, false", "025309000001, true", "025320000001, false"})
  void anotherPayeesAgeIsWhatThePersonalNumberStates(String personalNo, boolean sent) {
    assertThat(new Applicant("QD-1", false, "Đỗ Văn Hoà", personalNo, "2020-05-05", null, "04792", null).mayBeSent(TODAY)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource(value = {"null", "25148000001", "02514800000X"}, nullValues = "null")
  void nobodyIsSentWithoutAPersonalNumber(String personalNo) {
    assertThat(new Applicant("QD-1", true, "Đỗ Thị Hường", personalNo, "1948", null, "04792", null).mayBeSent(TODAY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(value = {"25148000001, 1948, true", "02514800000X, 1948, true", "025148000001, 1948, false", "null, 1948, false",
      "' ', 1948, false", "25148000001, 2015-05-05, false", "25148000001, null, true", "25148000001, không rõ, true",
      "131234567, 1948, false"}, nullValues = "null")
  void aNumberInAWrongFormIsToBeCorrectedUnlessHeIsUnderFifteen(String personalNo, String birthDate, boolean malformed) {
    assertThat(new Applicant("QD-1", true, "Đỗ Thị Hường", personalNo, birthDate, null, "04792", null).hasMalformedNumber(TODAY))
        .isEqualTo(malformed);
  }

  @Test
  void anotherPayeesNumberInAWrongFormIsToBeCorrected() {
    assertThat(new Applicant("QD-1", false, "Đỗ Văn Hoà", "25180000001", "2020-05-05", null, "04792", null).hasMalformedNumber(TODAY))
        .as("the child's age is not the payee's").isTrue();
  }

  @Test
  void theSamePersonAndAttemptHaveTheSameRequestForEver() {
    assertThat(RequestAccounts.requestId("QD-1", 1)).isEqualTo(RequestAccounts.requestId("QD-1", 1)).matches("YC[0-9A-F]{18}")
        .isNotEqualTo(RequestAccounts.requestId("QD-1", 2)).isNotEqualTo(RequestAccounts.requestId("QD-2", 1));
  }
}
