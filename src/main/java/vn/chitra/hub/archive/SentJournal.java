package vn.chitra.hub.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The journal of sent files: one line for each numbered file before it is sent, beside the archive and not in the database. A restored
 * database is detected by comparing it with the journal (money rule 11). A line is on disk when {@link #append} returns; an incomplete line
 * that a crash left behind does not count. Several processes may share the file.
 */
public final class SentJournal {

  private static final String NAME = "sent.journal";
  private static final Pattern GENERATION = Pattern.compile("generation\\|(\\d{1,9})");
  private static final Pattern ENTRY =
      Pattern.compile("(\\d{1,9})\\|([^|]+)\\|([A-Z_]+)\\|([^|]*)\\|(\\d{1,9})\\|([0-9a-f]{64})\\|([0-9a-f]{64})");
  /** A file lock keeps processes apart, but not two users of one file within a process. */
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path file;
  private final Map<Series, NavigableMap<Integer, Entry>> entries = new HashMap<>();
  private final List<Integer> unreadable = new ArrayList<>();
  private long position;
  private int line;
  private int generation;

  /** A series of numbers from 1 without a gap. */
  public record Series(String partner, String kind, String folder) {

    @Override
    public String toString() {
      return partner + " " + kind + (folder.isEmpty() ? "" : " " + folder);
    }
  }

  /**
   * @param generation how often sending was begun anew after a database was restored, from 1
   * @param sha256 of the bytes that leave
   * @param manifest hash under which the archive holds what the file is and which payments it carries
   */
  public record Entry(int generation, Series series, int seq, String sha256, String manifest) {

    private String text() {
      return String.join("|", String.valueOf(generation), series.partner(), series.kind(), series.folder(), String.valueOf(seq), sha256,
          manifest);
    }
  }

  /** @param archiveRoot folder of the archive, made by it */
  public SentJournal(Path archiveRoot) {
    this.file = archiveRoot.resolve(NAME);
  }

  /** The highest number of the series, 0 for none. */
  public synchronized int last(Series series) throws IOException {
    readOn();
    NavigableMap<Integer, Entry> of = entries.get(series);
    return of == null ? 0 : of.lastKey();
  }

  public synchronized Optional<Entry> find(Series series, int seq) throws IOException {
    readOn();
    return Optional.ofNullable(entries.get(series)).map(of -> of.get(seq));
  }

  /** Everything, in no order between series; in order of numbers within one. */
  public synchronized List<Entry> entries() throws IOException {
    readOn();
    return entries.values().stream().flatMap(of -> of.values().stream()).toList();
  }

  /** 0 before the first one. */
  public synchronized int generation() throws IOException {
    readOn();
    return generation;
  }

  /** Numbers of lines of this generation that make no sense. */
  public synchronized List<Integer> unreadable() throws IOException {
    readOn();
    return List.copyOf(unreadable);
  }

  /** Appends a line; does nothing when the line exists already. */
  public synchronized void append(Entry entry) throws IOException {
    write(entry.text(), () -> find(entry.series(), entry.seq()).filter(entry::equals).isPresent());
  }

  public synchronized void begin(int newGeneration) throws IOException {
    write("generation|" + newGeneration, () -> generation() >= newGeneration);
  }

  private void write(String text, Lookup isThere) throws IOException {
    synchronized (IN_THIS_PROCESS) {
      boolean fresh = !Files.exists(file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (isThere.query()) {
          return;
        }
        channel.truncate(position);   // half a line of a writer that died
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), position);
        channel.force(true);
      }
      if (fresh) {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
          folder.force(true);
        }
      }
    }
    readOn();
  }

  /** Reads the complete lines that were added since the last reading; starts again when the file was replaced. */
  private void readOn() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < position) {
        forget();
      }
      byte[] bytes = new byte[Math.toIntExact(channel.size() - position)];
      int read = Math.max(0, channel.read(ByteBuffer.wrap(bytes), position));
      int end = read - 1;
      while (end >= 0 && bytes[end] != '\n') {
        end--;
      }
      new String(bytes, 0, end + 1, StandardCharsets.UTF_8).lines().forEach(this::take);
      position += end + 1;
    } catch (NoSuchFileException none) {
      forget();
    }
  }

  private void take(String text) {
    line++;
    Matcher begun = GENERATION.matcher(text);
    Matcher entry = ENTRY.matcher(text);
    if (begun.matches()) {
      generation = Math.max(generation, Integer.parseInt(begun.group(1)));
      unreadable.clear();   // what was wrong before, persons have looked at
    } else if (entry.matches()) {
      Series series = new Series(entry.group(2), entry.group(3), entry.group(4));
      int seq = Integer.parseInt(entry.group(5));
      entries.computeIfAbsent(series, none -> new TreeMap<>())
          .put(seq, new Entry(Integer.parseInt(entry.group(1)), series, seq, entry.group(6), entry.group(7)));
    } else {
      unreadable.add(line);
    }
  }

  private void forget() {
    entries.clear();
    unreadable.clear();
    position = 0;
    line = 0;
    generation = 0;
  }

  @FunctionalInterface

  private interface Lookup {
    boolean query() throws IOException;
  }
}
