package vn.chitra.hub.welfare.jdbc;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payroll.WithdrawnPayrolls;

@Component
final class WelfareWithdrawals implements WithdrawnPayrolls {

  private final JdbcTemplate welfare;
  private final WelfareSql sql;

  WelfareWithdrawals(@Qualifier("welfareDataSource") DataSource welfareDataSource, WelfareSql sql) {
    this.welfare = new JdbcTemplate(welfareDataSource);
    this.sql = sql;
  }

  @Override
  public List<String> ids() {
    return welfare.queryForList(sql.withdrawnPayrolls(), String.class);
  }
}
