package vn.chitra.naive;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.transaction.annotation.Transactional;

/** The steps of one payout, each a transaction. */
class NaiveSteps implements DisposableBean {

  private static final String ONE = """
      select e.payee_name, i.amount_vnd, coalesce((select a.account_no from welfare.payment_account a
        where a.entitlement_id = i.entitlement_id order by a.registered_on desc limit 1), '') as account
      from welfare.payroll_item i join welfare.entitlement e using (entitlement_id) where i.payroll_id = ? and i.line_no = ?""";

  @PersistenceContext
  private EntityManager payments;
  private final JmsTemplate messages;
  private final HikariDataSource pool = new HikariDataSource();
  private final JdbcTemplate welfare;

  /** Key of a payroll line. */
  record Line(String payrollId, int lineNo) {}

  NaiveSteps(JmsTemplate messages, @Value("${naive.welfare}") String url) {
    this.messages = messages;
    pool.setJdbcUrl(url);
    pool.setUsername("postgres");
    pool.setPassword("postgres");
    welfare = new JdbcTemplate(pool);
    welfare.execute("create schema if not exists naive; create table naive.payout_result (payroll_id varchar(40), line_no integer,"
        + " outcome varchar(12) not null, end_to_end_id char(16) not null, amount_vnd bigint not null, primary key (payroll_id, line_no))");
  }

  List<Line> lines(int from, int count) {
    return welfare.query("select payroll_id, line_no from welfare.payroll_item order by payroll_id, line_no limit ? offset ?",
        (row, n) -> new Line(row.getString(1), row.getInt(2)), count, from);
  }

  /** Reads the line, saves its payment, and with the commit its message leaves. */
  @Transactional
  void plan(String endToEndId, Line line) {
    NaivePayment payment = Objects.requireNonNull(welfare.queryForObject(ONE, (row, n) -> new NaivePayment(endToEndId, line.payrollId(),
        line.lineNo(), row.getString("payee_name"), row.getString("account"), row.getLong("amount_vnd")), line.payrollId(), line.lineNo()));
    payments.persist(payment);
    messages.convertAndSend(NaiveMonth.QUEUE, payment.id());
  }

  /** @return the line for the partner's file */
  @Transactional
  String send(Long paymentId) {
    return payments.find(NaivePayment.class, paymentId).send();
  }

  /** Marks the payment as paid and writes its result row. */
  @Transactional
  void pay(String endToEndId) {
    Object[] result = payments.createQuery("select p from NaivePayment p where p.endToEndId = :id", NaivePayment.class)
        .setParameter("id", endToEndId).getSingleResult().pay();
    welfare.update("insert into naive.payout_result (payroll_id, line_no, outcome, end_to_end_id, amount_vnd) values (?, ?, 'PAID', ?, ?)",
        result);
  }

  @Override
  public void destroy() {
    pool.close();
  }
}
