package vn.chitra.hub.welfare.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.Resource;

/**
 * The statements that the hub runs in the welfare database, as data: one file each in {@code mappings/welfare-db}, with named
 * parameters. A province whose schema differs changes these files, not Java.
 */
public record WelfareSql(String approvedPayrolls, String withdrawnPayrolls, String payrollHeader, String payrollTotals,
    String payrollLines, String personsNow, String changedEntitlements, String openAccounts, String writeReceipt,
    String writeRefusal, String writeFundingNeed, String writeResult, String comingPayrolls, String comingHeader) {

  /**
   * @param folder ends with a slash
   * @throws IOException when a file is missing or cannot be read; its name is in the message
   */
  public static WelfareSql from(Resource folder) throws IOException {
    return new WelfareSql(text(folder, "approved-payrolls.sql"), text(folder, "withdrawn-payrolls.sql"),
        text(folder, "payroll-header.sql"), text(folder, "payroll-totals.sql"), text(folder, "payroll-lines.sql"),
        text(folder, "persons-now.sql"), text(folder, "changed-entitlements.sql"), text(folder, "open-accounts.sql"),
        text(folder, "write-receipt.sql"), text(folder, "write-refusal.sql"), text(folder, "write-funding-need.sql"),
        text(folder, "write-result.sql"), text(folder, "coming-payrolls.sql"), text(folder, "coming-header.sql"));
  }

  /** All of them. */
  public List<String> statements() {
    return List.of(approvedPayrolls, withdrawnPayrolls, payrollHeader, payrollTotals, payrollLines, personsNow, changedEntitlements,
        openAccounts, writeReceipt, writeRefusal, writeFundingNeed, writeResult, comingPayrolls, comingHeader);
  }

  private static String text(Resource folder, String file) throws IOException {
    return folder.createRelative(file).getContentAsString(StandardCharsets.UTF_8);
  }
}
