package vn.chitra.hub.payroll.camel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.FailingItems;
import vn.chitra.hub.cases.WorkOfTests;
import vn.chitra.hub.payroll.ApprovedPayrolls;
import vn.chitra.hub.payroll.Payrolls;
import vn.chitra.hub.payroll.RecheckPersons;
import vn.chitra.hub.payroll.TakePayroll;
import vn.chitra.hub.payroll.WithdrawPayroll;
import vn.chitra.hub.payroll.Withdrawals;
import vn.chitra.hub.payroll.WriteBack;

/** The database goes away while a payroll is taken. */
class PayrollStepsTests {

  private final TakePayroll take = mock(TakePayroll.class);
  private final Payrolls payrolls = mock(Payrolls.class);
  private final Cases cases = mock(Cases.class);
  private final PayrollSteps steps = new PayrollSteps(mock(ApprovedPayrolls.class), take, payrolls, mock(WriteBack.class),
      mock(WithdrawPayroll.class), mock(Withdrawals.class), mock(RecheckPersons.class), cases,
      WorkOfTests.work(cases, Clock.systemUTC()));

  @BeforeEach
  void theConnectionBreaks() {
    when(take.take("BL-1")).thenThrow(new DataAccessResourceFailureException("gone"));
  }

  @Test
  void aPayrollThatWasNotTakenIsACase() {
    assertThatThrownBy(() -> steps.take("BL-1")).isInstanceOf(DataAccessResourceFailureException.class);

    verify(cases).open(argThat(one -> one.kind() == CaseKind.PAYROLL_NOT_TAKEN && one.subject().equals("payroll:BL-1")));
  }

  @Test
  void aPayrollThatWaitsForAWithdrawalIsACase() {
    when(take.take("BL-2")).thenReturn(TakePayroll.Outcome.WITHDRAWAL_PENDING);

    steps.take("BL-2");

    verify(cases).open(argThat(one -> one.kind() == CaseKind.PAYROLL_NOT_TAKEN && one.subject().equals("payroll:BL-2")
        && one.evidence().contains("bảng đã bị rút")));
  }

  @Test
  void aWithdrawalThatIsNeverAppliedIsACase() throws Throwable {
    FailingItems items = new FailingItems();
    WithdrawPayroll withdraw = mock(WithdrawPayroll.class);
    PayrollSteps failing = new PayrollSteps(mock(ApprovedPayrolls.class), take, payrolls, mock(WriteBack.class), withdraw,
        mock(Withdrawals.class), mock(RecheckPersons.class), cases, items.work);
    doThrow(new IllegalStateException()).when(withdraw).withdraw("BL-1");
    items.isACase("payroll:BL-1", () -> failing.withdraw("BL-1"));
    reset(withdraw);
    items.ends("payroll:BL-1", () -> failing.withdraw("BL-1"));
  }

  @Test
  void aLookAtChangedPersonsThatAlwaysFailsIsACase() throws Throwable {
    FailingItems items = new FailingItems();
    RecheckPersons look = mock(RecheckPersons.class);
    PayrollSteps failing = new PayrollSteps(mock(ApprovedPayrolls.class), take, payrolls, mock(WriteBack.class),
        mock(WithdrawPayroll.class), mock(Withdrawals.class), look, cases, items.work);
    doThrow(new IllegalStateException()).when(look).afterSending();
    items.isACase("work:xem người nhận thay đổi sau khi gửi", failing::watchChanges);
    reset(look);
    items.ends("work:xem người nhận thay đổi sau khi gửi", failing::watchChanges);
  }

  @Test
  void rowsForTheProvinceThatAreNeverWrittenAreACaseEach() throws Throwable {
    WriteBack rows = mock(WriteBack.class);
    doThrow(new IllegalStateException()).when(rows).writeReceipts();
    doThrow(new IllegalStateException()).when(rows).writeRefusals();
    doThrow(new IllegalStateException()).when(rows).writeFundingNeeds();
    doThrow(new IllegalStateException()).when(rows).writeResults();
    FailingItems items = new FailingItems();
    PayrollSteps failing = new PayrollSteps(mock(ApprovedPayrolls.class), take, payrolls, rows, mock(WithdrawPayroll.class),
        mock(Withdrawals.class), mock(RecheckPersons.class), cases, items.work);
    items.isACase("work:ghi biên nhận bảng về cơ sở dữ liệu trợ cấp", failing::writeReceipts);
    items.isACase("work:ghi dòng bị từ chối về cơ sở dữ liệu trợ cấp", failing::writeRefusals);
    items.isACase("work:ghi nhu cầu tiền về cơ sở dữ liệu trợ cấp", failing::writeFundingNeeds);
    items.isACase("work:ghi kết quả chi về cơ sở dữ liệu trợ cấp", failing::writeResults);
    reset(rows);
    items.ends("work:ghi kết quả chi về cơ sở dữ liệu trợ cấp", failing::writeResults);
  }

  /** It never comes again, so nothing would close its case. */
  @Test
  void aPayrollWhoseCommitWasDoneIsNone() {
    when(payrolls.existsById("BL-1")).thenReturn(true);

    assertThatThrownBy(() -> steps.take("BL-1")).isInstanceOf(DataAccessResourceFailureException.class);

    verify(cases, never()).open(any());
  }
}
