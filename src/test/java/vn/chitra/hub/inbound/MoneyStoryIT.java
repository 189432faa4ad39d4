package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random scenarios of a few payments over several files and months, compared with the partners' real bookings ({@link PartnerBooks}): late,
 * repeated, contradictory and mis-dated statuses together with refusals, re-sends, re-routes, withdrawals, revivals, repairs and two hubs
 * at once. After every step {@link MoneyRules} holds. The same seed gives the same scenarios, except those in which two hubs run at once.
 *
 * <p>More of them: {@code -Dstories=10000 -Dstories.seed=1}; one alone: {@code -Dstories=1 -Dstories.seed=<its seed>}.
 */
class MoneyStoryIT {

  private static final int STORIES = Integer.getInteger("stories", 60);
  private static final int ARCHIVED_STORIES = Integer.getInteger("stories.archived", 20);
  private static final long SEED = Long.getLong("stories.seed", 2_000_000);
  /** Kinds of failure after which no further story is told. */
  private static final int ENOUGH = Integer.getInteger("stories.enough", 1);
  private static final int FEWEST_STEPS = 8;
  private static final int MORE_STEPS = 22;

  @Test
  void moneyIsNeitherLostNorDoubledWhateverPartnersSay() {
    Map<String, String> failures = new LinkedHashMap<>();
    Map<String, Integer> often = new LinkedHashMap<>();
    long begun = System.nanoTime();
    int played = 0;
    while (played < STORIES && failures.size() < ENOUGH) {
      long seed = SEED + played++;
      List<Long> steps = steps(seed);
      Telling telling = log(seed, steps);
      if (telling.kind() != null) {
        often.merge(telling.kind(), 1, Integer::sum);
        if (!failures.containsKey(telling.kind())) {
          failures.put(telling.kind(), shortest(seed, steps, telling).text());
          System.out.println(failures.get(telling.kind()));
        }
      }
    }
    System.out.printf("%d stories from seed %d, %d ms each, failures %s%n", played, SEED, (System.nanoTime() - begun) / 1_000_000 / played,
        often);
    assertThat(failures.values()).isEmpty();
  }

  /** The same scenarios while every payout that may be moved is in the archive: the hub brings back what it decides on. */
  @Test
  void moneyIsNeitherLostNorDoubledWhenOldMonthsAreArchived() {
    int moved = 0;
    int returned = 0;
    for (long seed = SEED; seed < SEED + ARCHIVED_STORIES; seed++) {
      MoneyStory story = new MoneyStory(seed);
      StoryArchive archive = story.archiving();
      try {
        steps(seed).forEach(story::step);
        story.end(seed);
      } catch (AssertionError | RuntimeException wrong) {
        throw new AssertionError(text(seed, story, "✗ " + wrong.getMessage()), wrong);
      }
      moved += archive.moved();
      returned += archive.returnedByTheHub();
    }
    System.out.printf("%d stories: %d payouts moved, %d brought back by the hub%n", ARCHIVED_STORIES, moved, returned);
    assertThat(moved).isPositive();
    assertThat(returned).isPositive();
  }

  private static List<Long> steps(long seed) {
    Random dice = new Random(seed);
    return LongStream.generate(dice::nextLong).limit(FEWEST_STEPS + dice.nextInt(MORE_STEPS)).boxed().collect(Collectors.toList());
  }

  /** Steps that are not needed to see the same failure are left out. */
  private static Telling shortest(long seed, List<Long> steps, Telling failed) {
    Telling shortest = failed;
    List<Long> left = new ArrayList<>(steps);
    for (int i = left.size() - 1; i >= 0; i--) {
      List<Long> fewer = new ArrayList<>(left);
      fewer.remove(i);
      Telling telling = log(seed, fewer);
      if (failed.kind() != null && failed.kind().equals(telling.kind())) {
        left = fewer;
        shortest = telling;
      }
    }
    return shortest;
  }

  private static Telling log(long seed, List<Long> steps) {
    MoneyStory story = new MoneyStory(seed);
    try {
      for (long step : steps) {
        story.step(step);
      }
      story.end(seed);
      if (Boolean.getBoolean("stories.told")) {
        System.out.println(text(seed, story, ""));
      }
      return new Telling(null, "");
    } catch (MoneyRules.Broken broken) {
      return new Telling(broken.rule, text(seed, story, "✗ " + broken.getMessage()));
    } catch (AssertionError wrong) {
      return new Telling(String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""), text(seed, story, "✗ " + wrong.getMessage()));
    } catch (RuntimeException thrown) {
      return new Telling(thrown.getClass().getSimpleName() + " " + at(thrown), text(seed, story, "✗ " + thrown.getMessage()) + "\n"
          + causes(thrown));
    }
  }

  private static String text(long seed, MoneyStory story, String end) {
    return "story " + seed + ":\n  " + String.join("\n  ", story.tale()) + "\n  " + end;
  }

  private static String at(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().startsWith("vn.chitra.hub") && !frame.getClassName().contains("$$")) {
        return frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  private static String causes(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      text.append("    ").append(cause).append(" at ").append(at(cause)).append('\n');
    }
    return text.toString();
  }

  /** @param kind of the failure; null = none */
  private record Telling(@org.jspecify.annotations.Nullable String kind, String text) {}
}
