package vn.chitra.hub.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;
import vn.chitra.hub.reconciliation.statement.Statement.Side;
import vn.chitra.hub.support.EndToEndId;

class EntryMeaningTests {

  private static final String ID = EndToEndId.of("NCC-07969-2026-11", 7, 1);

  @ParameterizedTest
  @CsvSource({"DEBIT,F12,FILE", "CREDIT,F12,OTHER", "DEBIT,F,OTHER", "DEBIT,F12A,OTHER", "DEBIT,F1234567890,OTHER",
      "CREDIT,NCAPTIEN1,FUNDING", "DEBIT,NCAPTIEN1,OTHER", "DEBIT,PPHI DICH VU,FEE", "CREDIT,PPHI DICH VU,OTHER",
      "DEBIT,XKHAC,OTHER", "CREDIT,XKHAC,OTHER", "CREDIT,Rkhông rõ,RETURN", "DEBIT,RH0,OTHER"})
  void letterAndSideTogetherSayWhatAnEntryIs(Side side, String reference, EntryKind kind) {
    assertThat(EntryMeaning.of(entry(side, reference)).kind()).isEqualTo(kind);
  }

  @Test
  void aFilesDebitNamesTheFile() {
    assertThat(EntryMeaning.of(entry(Side.DEBIT, "F000012")).seq()).isEqualTo(12);
  }

  @Test
  void aReturnNamesAPaymentOnlyByAnIdWhoseCheckCharacterFits() {
    String wrong = ID.substring(0, 15) + (ID.charAt(15) == '0' ? '1' : '0');
    assertThat(EntryMeaning.of(entry(Side.CREDIT, "R" + ID)).endToEndId()).isEqualTo(ID);
    assertThat(EntryMeaning.of(entry(Side.CREDIT, "R" + wrong)).endToEndId()).isNull();
    assertThat(EntryMeaning.of(entry(Side.CREDIT, "R" + ID + " ")).endToEndId()).isNull();
  }

  private static Entry entry(Side side, String reference) {
    return new Entry(1, side, 500_000, reference, "FT26325000001", null);
  }
}
