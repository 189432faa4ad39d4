package vn.chitra.hub.crash;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Where the hub's process ends at once, as by SIGKILL: the n-th passing of a named point. The hub's own methods are made to pass here
 * by {@link CrashSteps}; production code knows nothing of it.
 */
public final class CrashPoint {

  static final int STATUS = 137;

  private static final PrintStream REPLIES = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
  private static final ThreadLocal<Boolean> DATABASE_WORK = ThreadLocal.withInitial(() -> false);
  private static final ThreadLocal<Boolean> QUEUE_WORK = ThreadLocal.withInitial(() -> false);

  private static volatile Map<String, AtomicInteger> armed = Map.of();

  private CrashPoint() {}

  /** @param points as {@code upload.before:2,commit.after:5}: name and passing, from 1; empty text disarms */
  static void arm(String points) {
    armed = new ConcurrentHashMap<>(Arrays.stream(points.split(",")).filter(point -> !point.isBlank()).map(point -> point.split(":"))
        .collect(Collectors.toMap(pair -> pair[0], pair -> new AtomicInteger(Integer.parseInt(pair[1])))));
  }

  public static void before(String step) {
    pass(step + ".before");
  }

  public static void after(String step) {
    pass(step + ".after");
  }

  /** This thread does something that a commit is going to keep. */
  public static void work() {
    DATABASE_WORK.set(true);
    QUEUE_WORK.set(true);
  }

  /** Commits that keep nothing, of idle polls, are no step. */
  public static void beforeCommit() {
    if (DATABASE_WORK.get()) {
      before("commit");
    }
  }

  public static void afterCommit() {
    if (DATABASE_WORK.get()) {
      DATABASE_WORK.set(false);
      after("commit");
    }
  }

  public static void beforeAck() {
    if (QUEUE_WORK.get()) {
      before("ack");
    }
  }

  public static void afterAck() {
    if (QUEUE_WORK.get()) {
      QUEUE_WORK.set(false);
      after("ack");
    }
  }

  private static void pass(String name) {
    AtomicInteger left = armed.get(name);
    if (left != null && left.decrementAndGet() == 0) {
      REPLIES.println("HALT " + name);
      Runtime.getRuntime().halt(STATUS);
    }
  }
}
