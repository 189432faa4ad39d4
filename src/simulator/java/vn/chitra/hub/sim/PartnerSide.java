package vn.chitra.hub.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** One partner's end of the file exchange: the files in its folders, its agenda, its answers. */
public final class PartnerSide {

  private static final RowMapper<Received> RECEIVED = (row, n) -> new Received(row.getInt("seq"), row.getString("sha256"),
      row.getBoolean("existing"), row.getBoolean("in_place"));
  private static final RowMapper<Step> STEP = (row, n) -> new Step(row.getLong("agenda_id"), row.getString("folder"), row.getInt("seq"),
      row.getString("step"), row.getObject("due_at", OffsetDateTime.class).toInstant());

  private final String partner;
  private final Path home;
  private final PartnerBook book;
  private final Map<Path, String> looks = new HashMap<>();

  /** @param home the folder on disk that the hub sees as {@code /} */
  public PartnerSide(String partner, Path home, PartnerBook book) {
    this.partner = partner;
    this.home = home;
    this.book = book;
  }

  /** A file that is not taken yet, or that was delivered again. */
  public record Arrival(String folder, String path, String name, byte[] bytes, String sha256, @Nullable Received before) {}

  /** The partner's record of a received file. */
  public record Received(int seq, String sha256, boolean existing, boolean inPlace) {}

  /** Work to be done at a time. */
  public record Step(long id, String folder, int seq, String name, Instant dueAt) {}

  public String partner() {
    return partner;
  }

  public PartnerBook book() {
    return book;
  }

  /**
   * Looks into a folder; files still being uploaded are never looked at. A taken file whose bytes changed is a violation.
   *
   * @param folder post office or commune; empty at a bank
   * @param path of the folder below the home
   */
  public List<Arrival> arrivals(String folder, String path, Instant now) {
    List<Arrival> arrivals = new ArrayList<>();
    complete(home.resolve(path)).forEach((file, look) -> {
      if (!look.equals(looks.get(file))) {
        examine(folder, path, file, now).ifPresent(arrivals::add);
        looks.put(file, look);
      }
    });
    return arrivals;
  }

  private Optional<Arrival> examine(String folder, String path, Path file, Instant now) {
    String name = file.getFileName().toString();
    byte[] bytes = bytes(file);
    String hash = Decisions.sha256Hex(bytes);
    Received before = received(folder, name).orElse(null);
    if (before != null && before.inPlace()) {
      if (!before.sha256().equals(hash)) {
        violation(name, "bytes changed after the partner had taken the file", now);
      }
      return Optional.empty();
    }
    return Optional.of(new Arrival(folder, path, name, bytes, hash, before));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** File → size and time of change, each looked at once: this runs at every tick, for every folder. */
  private static SortedMap<Path, String> complete(Path folder) {
    SortedMap<Path, String> files = new TreeMap<>();
    try {
      Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), 1, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (attributes.isRegularFile() && !file.toString().endsWith(".part") && !file.toString().endsWith(".tmp")) {
            files.put(file, attributes.size() + "@" + attributes.lastModifiedTime());
          }
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
          if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;   // no such folder yet, or moved away meanwhile
          }
          throw e;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  public Optional<Received> received(String folder, String name) {
    return book.jdbc().query("SELECT * FROM received_file WHERE partner = ? AND folder = ? AND name = ?", RECEIVED, partner, folder, name)
        .stream().findFirst();
  }

  /** The name of another existing file that carries this number already. */
  public Optional<Received> existing(String folder, int seq) {
    return book.jdbc().query("SELECT * FROM received_file WHERE partner = ? AND folder = ? AND seq = ? AND existing", RECEIVED, partner,
        folder, seq).stream().findFirst();
  }

  /** Records a file, or records it again after a refusal. */
  public void enter(Arrival file, int seq, int count, long total, @Nullable Object valueDate, boolean existing, Instant now) {
    book.jdbc().update("""
        INSERT INTO received_file (partner, folder, name, seq, sha256, size_bytes, line_count, total_vnd, value_date, received_at,
          existing, in_place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
        ON CONFLICT (partner, folder, name) DO UPDATE SET sha256 = excluded.sha256, size_bytes = excluded.size_bytes,
          received_at = excluded.received_at, existing = excluded.existing, in_place = true""",
        partner, file.folder(), file.name(), seq, file.sha256(), file.bytes().length, count, total, valueDate,
        PartnerBook.timestamp(now), existing);
  }

  /** A copy of a taken file for the partner's own use later. */
  public record Kept(String name, byte[] content) {}

  /** Keeps the bytes of a file that was entered. */
  public void keep(Arrival file) {
    book.jdbc().update("UPDATE received_file SET content = ? WHERE partner = ? AND folder = ? AND name = ?", file.bytes(), partner,
        file.folder(), file.name());
  }

  public Kept kept(String folder, int seq) {
    return Objects.requireNonNull(book.jdbc().queryForObject("SELECT name, content FROM received_file WHERE partner = ? AND folder = ?"
        + " AND seq = ? AND existing", (row, n) -> new Kept(row.getString("name"), row.getBytes("content")), partner, folder, seq));
  }

  public void violation(String file, String what, Instant now) {
    book.violation(partner, file, what, now);
  }

  /** Puts something on the agenda; the same thing at the same time once. */
  public void plan(String folder, int seq, String step, Instant dueAt) {
    book.jdbc().update("INSERT INTO agenda (partner, folder, seq, step, due_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", partner,
        folder, seq, step, PartnerBook.timestamp(dueAt));
  }

  /** The earliest thing still to be done. */
  public Optional<Step> nextStep() {
    return book.jdbc().query("SELECT * FROM agenda WHERE partner = ? AND NOT done ORDER BY due_at, agenda_id LIMIT 1", STEP, partner)
        .stream().findFirst();
  }

  public void done(Step step) {
    book.jdbc().update("UPDATE agenda SET done = true WHERE agenda_id = ?", step.id());
  }

  /** Decides an answer; it shows at the next {@link #show()}. */
  public void reply(String path, String name, byte[] content, Instant now) {
    book.jdbc().update("INSERT INTO reply (partner, folder, name, content, made_at) VALUES (?, ?, ?, ?, ?)", partner, path, name,
        content, PartnerBook.timestamp(now));
  }

  /** Whether an answer of that name was decided already. */
  public boolean answered(String path, String name) {
    return Boolean.TRUE.equals(book.jdbc().queryForObject("SELECT EXISTS (SELECT FROM reply WHERE partner = ? AND folder = ? AND name = ?)",
        Boolean.class, partner, path, name));
  }

  /** Puts every decided answer where the hub finds it, under a {@code .tmp} name first; one that shows already stays as it is. */
  public boolean show() {
    List<Map<String, Object>> due = book.jdbc().queryForList(
        "SELECT reply_id, folder, name, content FROM reply WHERE partner = ? AND NOT shown ORDER BY reply_id LIMIT 500", partner);
    for (Map<String, Object> row : due) {
      write(home.resolve((String) row.get("folder")), (String) row.get("name"), (byte[]) row.get("content"));
      book.jdbc().update("UPDATE reply SET shown = true WHERE reply_id = ?", row.get("reply_id"));
    }
    return !due.isEmpty();
  }

  private static void write(Path folder, String name, byte[] content) {
    Path target = folder.resolve(name);
    if (Files.exists(target) || Files.exists(folder.resolve("done").resolve(name))) {
      return;   // shown before the books could say so
    }
    try {
      Path draft = Files.createDirectories(folder).resolve(name + ".tmp");
      Files.write(draft, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moves a taken file away from the hub's sight; gone already is fine. */
  public void moveAway(String folder, String path, String name) {
    Path file = home.resolve(path).resolve(name);
    book.jdbc().update("UPDATE received_file SET in_place = false WHERE partner = ? AND folder = ? AND name = ?", partner, folder, name);
    try {
      if (Files.exists(file)) {
        Path away = Files.createDirectories(home.resolveSibling("taken-by-" + partner).resolve(folder));
        Files.move(file, away.resolve(name + "." + Files.getLastModifiedTime(file).toMillis()), StandardCopyOption.ATOMIC_MOVE);
      }
      looks.remove(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers that the hub has not moved to {@code done/} yet. */
  public List<String> waiting(String path) {
    return complete(home.resolve(path)).keySet().stream().map(file -> partner + "/" + path + "/" + file.getFileName()).toList();
  }
}
