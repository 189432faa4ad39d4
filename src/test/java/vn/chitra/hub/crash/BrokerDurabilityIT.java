package vn.chitra.hub.crash;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.ClassFileTransformer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;
import vn.chitra.hub.operations.DiskSettings;
import vn.chitra.hub.outbox.OutboxRelay;
import vn.chitra.hub.sim.EmbeddedDatabases;

/** A message is forced to the broker's disk before the outbox forgets it: what the relay believes sent survives a power cut. */
public class BrokerDurabilityIT {

  private static final String BODY = "BL-202612-NCC-Đồng-Lương-07867";

  private static ClassFileTransformer watching;

  @BeforeAll
  static void watchTheJournal() {
    watching = new AgentBuilder.Default().with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION).disableClassFormatChanges()
        .type(named("org.apache.activemq.artemis.core.io.nio.NIOSequentialFile"))
        .transform((builder, type, loader, module, domain) -> builder
            .visit(Advice.to(Writes.class).on(named("doInternalWrite"))).visit(Advice.to(Syncs.class).on(named("syncChannel"))))
        .type(named("org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate"))
        .transform((builder, type, loader, module, domain) -> builder.visit(Advice.to(Deletes.class).on(named("update"))))
        .installOn(ByteBuddyAgent.install());
  }

  @AfterAll
  static void watchNoMore() {
    ByteBuddyAgent.install().removeTransformer(watching);
  }

  @Test
  void aRelayedMessageIsOnDiskBeforeItsOutboxRowIsDeleted(@TempDir Path folder) {
    JdbcTemplate jdbc = outbox();
    jdbc.update("insert into outbox (destination, group_key, body) values ('hub.payout.plan', 'a', ?)", BODY);
    broker(folder).run(context -> {
      OutboxRelay relay = (OutboxRelay) context.getAutowireCapableBeanFactory()
          .autowire(OutboxRelay.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
      Seen.EVENTS.clear();
      assertThat(relay.relay()).isEqualTo(1);
    }, jdbc);
    List<String> events = List.copyOf(Seen.EVENTS);
    int written = events.lastIndexOf("message written");
    int deleted = events.indexOf("outbox row deleted");
    assertThat(written).as("the journal holds the message: %s", events).isNotNegative();
    assertThat(deleted).as("the row goes after that: %s", events).isGreaterThan(written);
    assertThat(events.subList(written, deleted)).as("and in between the journal was forced to disk").contains("forced to disk");
  }

  private static JdbcTemplate outbox() {
    JdbcTemplate jdbc = new JdbcTemplate(EmbeddedDatabases.temporary().freshHub().dataSource());
    jdbc.execute("create table outbox (outbox_id bigint generated always as identity primary key, destination varchar(60) not null,"
        + " group_key varchar(40), body varchar(400) not null)");
    return jdbc;
  }

  private static Broker broker(Path folder) {
    return new Broker(folder);
  }

  /** The hub's own broker settings, nothing else of the hub. */
  private record Broker(Path folder) {

    interface Use {
      void with(ApplicationContext context) throws Exception;
    }

    void run(Use use, JdbcTemplate jdbc) {
      new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ArtemisAutoConfiguration.class, JmsAutoConfiguration.class))
          .withBean(JdbcTemplate.class, () -> jdbc).withUserConfiguration(queues())
          .withBean(DiskSettings.class, () -> new DiskSettings(folder, new DiskSettings.Disk(DataSize.ofMegabytes(1), DataSize.ofMegabytes(2))))
          .withPropertyValues("spring.artemis.mode=embedded", "spring.artemis.embedded.persistent=true",
              "spring.artemis.embedded.data-directory=" + folder, "spring.artemis.pool.enabled=true")
          .run(context -> {
            assertThat(context).hasNotFailed();
            use.with(context);
          });
    }

    private static Class<?> queues() {
      try {
        return Class.forName("vn.chitra.hub.config.Queues");
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The events of the test, in their order. */
  public static final class Seen {

    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    private Seen() {}

    public static void written(ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      boolean message = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE).stream()
          .anyMatch(charset -> contains(copy, BODY.getBytes(charset)));
      EVENTS.add(message ? "message written" : "something written");
    }

    public static void forced() {
      EVENTS.add("forced to disk");
    }

    public static void updated(String sql) {
      if (sql.startsWith("delete from outbox")) {
        EVENTS.add("outbox row deleted");
      }
    }

    private static boolean contains(byte[] all, byte[] part) {
      return new String(all, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
  }

  static final class Writes {

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) ByteBuffer bytes) {
      Seen.written(bytes);
    }
  }

  static final class Syncs {

    @Advice.OnMethodExit
    static void exit() {
      Seen.forced();
    }
  }

  static final class Deletes {

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object sql) {
      if (sql instanceof String text) {
        Seen.updated(text);
      }
    }
  }
}
