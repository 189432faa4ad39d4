package vn.chitra.hub.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chitra.hub.archive.SentJournal.Entry;
import vn.chitra.hub.archive.SentJournal.Series;
import vn.chitra.hub.batch.GateRepository.Numbered;

/**
 * The differences between the journal of sent files and the database.
 *
 * @param forgotten by the database, in the order of their numbers
 * @param unwritten numbers of the database that the journal lacks
 * @param clashes numbers that stand for different bytes on the two sides, in words
 * @param words what differs, per partner the highest number on both sides; Vietnamese
 */
public record GateComparison(List<Entry> forgotten, List<Numbered> unwritten, List<String> clashes, boolean sameGeneration, String words) {

  private static final int SERIES_NAMED = 12;

  private record Number(Series series, int seq) {}

  static GateComparison of(List<Entry> writtenBefore, List<Numbered> known, List<Entry> writtenAfter, int journalGeneration,
      int knownGeneration, List<Integer> unreadable) {
    Map<Number, String> inDatabase = new HashMap<>();
    known.forEach(one -> inDatabase.put(new Number(one.series(), one.seq()), one.sha256()));
    Map<Number, String> inJournal = new HashMap<>();
    writtenAfter.forEach(entry -> inJournal.put(new Number(entry.series(), entry.seq()), entry.sha256()));
    List<Entry> forgotten = writtenBefore.stream().filter(entry -> !inDatabase.containsKey(new Number(entry.series(), entry.seq())))
        .sorted(Comparator.comparing(Entry::seq)).toList();
    List<Numbered> unwritten = known.stream().filter(one -> !inJournal.containsKey(new Number(one.series(), one.seq()))).toList();
    List<String> clashes = new ArrayList<>(writtenBefore.stream()
        .filter(entry -> !inDatabase.getOrDefault(new Number(entry.series(), entry.seq()), entry.sha256()).equals(entry.sha256()))
        .map(entry -> entry.series() + " số " + entry.seq() + " có mã băm khác").toList());
    unreadable.forEach(line -> clashes.add("dòng " + line + " của nhật ký không đọc được"));
    boolean same = journalGeneration == knownGeneration;
    return new GateComparison(forgotten, unwritten, List.copyOf(clashes), same,
        words(forgotten, unwritten, clashes, writtenAfter, known)
            + (same ? "" : "; thế hệ: nhật ký " + journalGeneration + ", cơ sở dữ liệu " + knownGeneration));
  }

  public boolean isEmpty() {
    return forgotten.isEmpty() && unwritten.isEmpty() && clashes.isEmpty() && sameGeneration;
  }

  public int files() {
    return forgotten.size() + unwritten.size();
  }

  private static String words(List<Entry> forgotten, List<Numbered> unwritten, List<String> clashes, List<Entry> journal,
      List<Numbered> database) {
    Map<String, Series> differing = new TreeMap<>();
    forgotten.forEach(entry -> differing.put(entry.series().toString(), entry.series()));
    unwritten.forEach(one -> differing.put(one.series().toString(), one.series()));
    String numbers = differing.values().stream().limit(SERIES_NAMED).map(series -> series + ": nhật ký đến số "
        + journal.stream().filter(entry -> entry.series().equals(series)).mapToInt(Entry::seq).max().orElse(0) + ", cơ sở dữ liệu đến số "
        + database.stream().filter(one -> one.series().equals(series)).mapToInt(Numbered::seq).max().orElse(0))
        .collect(Collectors.joining("; "));
    return "Nhật ký có " + forgotten.size() + " tệp mà cơ sở dữ liệu không biết, thiếu " + unwritten.size() + " tệp; "
        + (numbers.isEmpty() ? "các số cao nhất bằng nhau" : numbers)
        + (clashes.isEmpty() ? "; các mã băm chung khớp" : "; " + clashes.stream().limit(SERIES_NAMED).collect(Collectors.joining("; ")));
  }
}
