package vn.chitra.hub.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The row of one inbound or outbound file: its name and folder, the hash of its bytes, and its state. */
@Entity
@Table(name = "file")
public class StoredFile {

  public enum Direction { IN, OUT }

  public enum State {
    /** The bytes are archived and not parsed yet. */
    ARCHIVED,
    DONE,
    /** Said nothing new: an older version, a repetition. */
    IGNORED,
    /** Could not be used; a case says why. */
    SET_ASIDE
  }

  /** The content of a file that a later stage parses again from its bytes. */
  public enum Kind { STATEMENT, ACCOUNT_OPENING }

  private static final Pattern DICTATED = Pattern.compile("[A-Z0-9]+[_.][A-Za-z0-9_.-]{1,100}");

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "file_id")
  private @Nullable Long id;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  private String partner;
  private String folder;
  private String name;

  private String sha256;

  private long sizeBytes;
  private String contentKey;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private @Nullable Kind kind;

  private @Nullable Long batchId;
  private @Nullable Integer lineCount;
  private @Nullable Integer appliedCount;
  private @Nullable String message;
  private Instant receivedAt;
  private @Nullable Instant retryAt;
  private boolean unfinished;

  @Version
  private int version;

  @SuppressWarnings("NullAway")
  protected StoredFile() {}

  private StoredFile(Direction direction, String partner, String folder, String name, Archive.StoredBytes bytes, String contentKey,
      State state, Instant at) {
    this.direction = direction;
    this.partner = partner;
    this.folder = folder;
    this.name = name;
    this.sha256 = bytes.sha256();
    this.sizeBytes = bytes.size();
    this.contentKey = contentKey;
    this.state = state;
    this.receivedAt = at;
  }

  /** @param contentKey what makes it the same file as one before: its hash, or for acknowledgements its name and hash */
  public static StoredFile received(String partner, String folder, String name, Archive.StoredBytes bytes, String contentKey, Instant at) {
    return new StoredFile(Direction.IN, partner, folder, name, bytes, contentKey, State.ARCHIVED, at);
  }

  /** The same for bytes that end before their message does. */
  public static StoredFile receivedShort(String partner, String folder, String name, Archive.StoredBytes bytes, String contentKey,
      Instant at) {
    StoredFile file = received(partner, folder, name, bytes, contentKey, at);
    file.unfinished = true;
    return file;
  }

  public static StoredFile sentOut(String partner, String folder, String name, Archive.StoredBytes bytes, long batchId, Instant at) {
    StoredFile file = new StoredFile(Direction.OUT, partner, folder, name, bytes, bytes.sha256(), State.DONE, at);
    file.batchId = batchId;
    return file;
  }

  /** @param lines read, @param applied lines that changed something */
  public void done(@Nullable Long aboutBatch, int lines, int applied) {
    end(State.DONE, aboutBatch, null);
    this.lineCount = lines;
    this.appliedCount = applied;
  }

  /** Understood and kept: a later stage reads its bytes again. */
  public void kept(Kind what) {
    done(null, 0, 0);
    this.kind = what;
  }

  public void ignored(@Nullable Long aboutBatch, String why) {
    end(State.IGNORED, aboutBatch, why);
  }

  public void setAside(@Nullable Long aboutBatch, String why) {
    end(State.SET_ASIDE, aboutBatch, why);
  }

  private void end(State next, @Nullable Long aboutBatch, @Nullable String why) {
    if (state != State.ARCHIVED) {
      throw new IllegalStateException("file " + id + " is " + state + " already");
    }
    this.state = next;
    this.batchId = aboutBatch;
    this.message = why;
  }

  /** Its bytes end before its message does: later bytes under its name replace it. */
  public boolean isUnfinished() {
    return unfinished;
  }

  public boolean isWaiting() {
    return state == State.ARCHIVED;
  }

  /** Read, whether or not it said something new. */
  public boolean isUnderstood() {
    return state == State.DONE || state == State.IGNORED;
  }

  public long id() {
    return Objects.requireNonNull(id);
  }

  public String partner() {
    return partner;
  }

  public String folder() {
    return folder;
  }

  public String name() {
    return name;
  }

  /**
   * How a case or a mail names the file: its number, and its name only where a contract dictates it, for free names may hold a person's.
   */
  public String spokenName() {
    return "#" + id() + (DICTATED.matcher(name).matches() ? " " + name : folder.isEmpty() ? "" : " (" + folder + ")");
  }

  /** How it is named where the contract lets the partner name it freely: by its number alone. */
  public String number() {
    return "#" + id();
  }

  public String sha256() {
    return sha256;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  /** Null when no later stage reads it again. */
  public @Nullable Kind kind() {
    return kind;
  }

  public @Nullable Long batchId() {
    return batchId;
  }

  /** One line for the log: ids, counts, state; no name, because a partner may have put any data into it. */
  public String summary() {
    return partner + " " + folder + " " + state + (lineCount == null ? "" : ", " + lineCount + " lines, " + appliedCount + " applied");
  }
}
