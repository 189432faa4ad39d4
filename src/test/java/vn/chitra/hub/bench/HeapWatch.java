package vn.chitra.hub.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The highest figures of this process's heap: seen at every collection, so nothing is missed between two samples. */
public final class HeapWatch {

  private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
      .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
  private long peakUsed;
  private long peakLive;
  private long collections;
  private long paused;

  /** Watches from now on; the figures are written when the process ends in order. */
  public static void writeAtEnd(Path file) {
    HeapWatch watch = new HeapWatch();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector).addNotificationListener((notification, handback) -> {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
          watch.collected(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()));
        }
      }, null, null);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> watch.write(file), "heap-watch"));
  }

  private synchronized void collected(GarbageCollectionNotificationInfo info) {
    peakUsed = Math.max(peakUsed, heap(info.getGcInfo().getMemoryUsageBeforeGc()));
    peakLive = Math.max(peakLive, heap(info.getGcInfo().getMemoryUsageAfterGc()));
    collections++;
    paused += info.getGcInfo().getDuration();
  }

  private long heap(Map<String, MemoryUsage> pools) {
    return pools.entrySet().stream().filter(pool -> heapPools.contains(pool.getKey())).mapToLong(pool -> pool.getValue().getUsed()).sum();
  }

  private synchronized void write(Path file) {
    Properties figures = new Properties();
    figures.setProperty("max", Long.toString(Runtime.getRuntime().maxMemory()));
    figures.setProperty("peak-used", Long.toString(peakUsed));
    figures.setProperty("peak-live", Long.toString(peakLive));
    figures.setProperty("collections", Long.toString(collections));
    figures.setProperty("collecting-ms", Long.toString(paused));
    try (var out = Files.newBufferedWriter(file)) {
      figures.store(out, "bytes, but for the counts and milliseconds");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
