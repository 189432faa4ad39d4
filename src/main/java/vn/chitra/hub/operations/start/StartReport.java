package vn.chitra.hub.operations.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.Partners;

/** The first log lines of a running hub: versions, schema, every route and mapping file by its hash, partners, next deadlines. */
@Component
class StartReport {

  private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

  private final Versions versions;
  private final ConfigurationFiles files;
  private final Partners partners;
  private final Clock businessClock;

  StartReport(Versions versions, ConfigurationFiles files, Partners partners, Clock businessClock) {
    this.versions = versions;
    this.files = files;
    this.partners = partners;
    this.businessClock = businessClock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    lines().forEach(LOG::info);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    versions.all().forEach((name, version) -> lines.add("version " + name + " " + version));
    files.hashes().forEach((name, hash) -> lines.add("file " + name + " " + hash));
    lines.add("configuration " + files.sha256());
    partners.all().forEach(partner -> lines.add("partner " + partner.id() + " " + partner.kind()));
    Deadlines.after(LocalDate.now(businessClock)).forEach((day, what) -> lines.add("deadline " + day + " " + what));
    return lines;
  }
}
