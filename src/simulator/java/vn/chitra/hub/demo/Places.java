package vn.chitra.hub.demo;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitra.hub.sim.Resources;

/** The post offices and commune folders of each commune, read from the same mapping data as the hub reads. */
record Places(Map<String, Set<String>> communesOfOffice, Set<String> communeFolders) {

  /** @param communes codes of those that are served */
  static Places read(Set<String> communes) {
    Map<String, Set<String>> offices = new TreeMap<>();
    Set<String> folders = new TreeSet<>();
    for (String[] row : Resources.rows("/mappings/places.csv").stream().filter(row -> communes.contains(row[0])).toList()) {
      offices.computeIfAbsent(row[2], office -> new TreeSet<>()).add(row[0]);
      folders.add(row[3]);
    }
    return new Places(offices, folders);
  }
}
