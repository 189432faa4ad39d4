package vn.chitra.hub.crash;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/** Makes the hub's real methods pass {@link CrashPoint}s: their classes, written anew with a call at the start and at the end. */
final class CrashSteps {

  private static final String HUB = "vn.chitra.hub.";

  private final ClassFileLocator locator = ClassFileLocator.ForClassLoader.of(CrashSteps.class.getClassLoader());
  private final TypePool types = TypePool.Default.of(locator);
  private final Map<String, List<AsmVisitorWrapper>> advised = new TreeMap<>();

  static CrashSteps all() {
    return new CrashSteps()
        .step("archive", HUB + "archive.Archive", named("store"))
        .step("number", HUB + "batch.BatchPayments", named("nextSeq"))
        .step("journal", HUB + "archive.SentJournal", named("append"))
        .step("upload", HUB + "batch.camel.SftpLink", named("write"))
        .step("rename", HUB + "batch.camel.SftpLink", named("rename"))
        .step("proof", HUB + "batch.camel.SftpUpload", named("readBack"))
        .step("done", "org.apache.camel.component.file.remote.SftpOperations", named("renameFile"))
        .step("post", HUB + "channel.bankapi.SubmitBulk", named("post"))
        .step("outbox", HUB + "outbox.OutboxRelay", named("send"))
        .advised(Commits.class, "org.springframework.orm.jpa.JpaTransactionManager", named("doCommit"))
        .advised(Acks.class, "org.apache.activemq.artemis.jms.client.ActiveMQSession", named("commit"))
        .advised(WriteBackRows.class, HUB + "welfare.jdbc.WelfareWriteBack", named("parameters"))
        .advised(WriteBackChunks.class, HUB + "welfare.jdbc.WelfareWriteBack", namedOneOf("writeChunk", "writeResultChunk"))
        .advised(WriteBackRows.class, HUB + "payout.WrittenRows", namedOneOf("results", "fundingNeeds"))
        .advised(Works.class, HUB + "outbox.Outbox", named("put"))
        .advised(Works.class, HUB + "outbox.OutboxRelay", named("send"))
        .advised(Works.class, HUB + "batch.Batch", namedOneOf("built", "sending", "sent", "leftInDoubt", "acknowledged"))
        .advised(Works.class, HUB + "archive.StoredFile", named("end"))
        .advised(Works.class, HUB + "payout.PayoutPlans", named("startRelease"));
  }

  private CrashSteps step(String name, String type, ElementMatcher.Junction<MethodDescription> method) {
    return with(Advice.withCustomMapping().bind(Step.class, name).to(Steps.class), type, method);
  }

  CrashSteps advised(Class<?> advice, String type, ElementMatcher.Junction<MethodDescription> method) {
    return with(Advice.to(advice), type, method);
  }

  private CrashSteps with(Advice advice, String type, ElementMatcher.Junction<MethodDescription> method) {
    if (types.describe(type).resolve().getDeclaredMethods().filter(method).isEmpty()) {
      throw new IllegalStateException(type + " has no method any more that is " + method);
    }
    advised.computeIfAbsent(type, none -> new ArrayList<>()).add(advice.on(isMethod().and(method)));
    return this;
  }

  /** Entry name in a jar → class file. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    advised.forEach((name, advices) -> {
      DynamicType.Builder<?> builder = new ByteBuddy().redefine(types.describe(name).resolve(), locator);
      for (AsmVisitorWrapper advice : advices) {
        builder = builder.visit(advice);
      }
      classes.put(name.replace('.', '/') + ".class", builder.make().getBytes());
    });
    return classes;
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Step {}

  /** A method that is a step. */
  static final class Steps {

    @Advice.OnMethodEnter
    static void enter(@Step String step) {
      CrashPoint.before(step);
    }

    @Advice.OnMethodExit
    static void exit(@Step String step) {
      CrashPoint.after(step);
    }
  }

  static final class Works {

    @Advice.OnMethodEnter
    static void enter() {
      CrashPoint.work();
    }
  }

  static final class Commits {

    @Advice.OnMethodEnter
    static void enter() {
      CrashPoint.beforeCommit();
    }

    @Advice.OnMethodExit
    static void exit() {
      CrashPoint.afterCommit();
    }
  }

  static final class Acks {

    @Advice.OnMethodEnter
    static void enter() {
      CrashPoint.beforeAck();
    }

    @Advice.OnMethodExit
    static void exit() {
      CrashPoint.afterAck();
    }
  }

  /** Rows that are about to be written, or about to be marked as written. */
  static final class WriteBackRows {

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Collection<?> rows) {
      if (!rows.isEmpty()) {
        CrashPoint.before("write-back");
      }
    }
  }

  /** The rows are in the welfare database, and the hub has not recorded it yet. */
  static final class WriteBackChunks {

    /** The chunk is a private record, so its rows are known by their text: each is a map. */
    @Advice.OnMethodExit
    static void exit(@Advice.Return(typing = Assigner.Typing.DYNAMIC) Object chunk) {
      if (chunk.toString().contains("{")) {
        CrashPoint.after("write-back");
      }
    }
  }
}
