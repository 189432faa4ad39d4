package vn.chitra.naive;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jms.annotation.JmsListener;

/**
 * A month as a simple program pays it, to compare the hub with: an entity, a transaction a step and a persistent message for each payout,
 * no statement that changes more than one row. It keeps no rule of money, knows one kind of file and one attempt.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class, TransactionAutoConfiguration.class,
    ArtemisAutoConfiguration.class, JmsAutoConfiguration.class})
@EntityScan(basePackageClasses = NaivePayment.class)
@Import(NaiveSteps.class)
public class NaiveMonth {

  /** Of its tables, in the partners' and in the welfare database. */
  public static final String SCHEMA = "naive";
  /** Printed when the payouts so far are paid and their results written. */
  public static final String READY = "ready for more payouts";

  static final String QUEUE = "naive.payment";
  private static final int PATIENCE_MINUTES = 15;

  private final NaiveSteps steps;
  private final Path folder;
  private volatile CountDownLatch sent = new CountDownLatch(0);
  private volatile Path file = Path.of("");

  NaiveMonth(NaiveSteps steps, @Value("${naive.folder}") Path folder) {
    this.steps = steps;
    this.folder = folder;
  }

  /** Arguments: settings. Each line of the input is a number of payouts to be paid next; the program ends with the input. */
  public static void main(String[] arguments) throws Exception {
    SpringApplicationBuilder program = new SpringApplicationBuilder(NaiveMonth.class).web(WebApplicationType.NONE);
    try (ConfigurableApplicationContext context = program.run(arguments);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      NaiveMonth month = context.getBean(NaiveMonth.class);
      int paid = 0;
      System.out.println(READY);
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        month.play(paid, Integer.parseInt(line));
        paid += Integer.parseInt(line);
        System.out.println(READY);
      }
    }
  }

  private void play(int from, int count) throws Exception {
    file = folder.resolve("payments-" + from + ".csv");
    sent = new CountDownLatch(count);
    List<NaiveSteps.Line> lines = steps.lines(from, count);
    for (int i = 0; i < lines.size(); i++) {
      steps.plan(String.format("NV%014d", from + i), lines.get(i));
    }
    if (!sent.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException(sent.getCount() + " payments were not sent");
    }
    Path reply = folder.resolve("reply-" + from + ".csv");
    Files.write(reply, Files.readAllLines(file).stream().map(line -> line.substring(0, line.indexOf(';')) + ";PAID").toList());
    try (BufferedReader read = Files.newBufferedReader(reply)) {
      for (String line = read.readLine(); line != null; line = read.readLine()) {
        steps.pay(line.substring(0, line.indexOf(';')));
      }
    }
  }

  @JmsListener(destination = QUEUE)
  void send(Long paymentId) throws Exception {
    Files.writeString(file, steps.send(paymentId), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    sent.countDown();
  }
}
