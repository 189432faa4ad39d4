package vn.chitra.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitra.hub.sim.Resources;

/** What partners and province agreed on beside the formats: who serves whom, sender and account. Read from the same mapping data. */
record Places(Map<String, Set<String>> communesOfOffice, Set<String> communeFolders, String sender, String fundingAccount) {

  static Places read(String bank) throws IOException {
    Map<String, Set<String>> offices = new TreeMap<>();
    Set<String> folders = new TreeSet<>();
    for (String[] row : Resources.rows("/mappings/places.csv")) {
      offices.computeIfAbsent(row[2], office -> new TreeSet<>()).add(row[0]);
      folders.add(row[3]);
    }
    JsonNode profile = new YAMLMapper().readTree(Resources.text("/mappings/partners/" + bank + ".yaml"));
    return new Places(offices, folders, profile.get("sender").asText(), profile.get("funding-account").asText());
  }
}
