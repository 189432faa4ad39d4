package vn.chitra.hub.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.inbound.InboundParser.NamedRow;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.NameFolding;

/**
 * Finds the rows of a list's report whose names belong to other endToEndIds of our list: a spreadsheet in which only some columns were
 * sorted. Our list is read from its archived bytes, which never change.
 */
@Component
class MixedRows {

  /** One name in a wrong row is a typing error; sorting moves at least two. */
  private static final int FEWEST = 2;

  private final List<InboundParser> parsers;
  private final Archive archive;
  private final Partners partners;

  MixedRows(List<InboundParser> parsers, Archive archive, Partners partners) {
    this.parsers = parsers;
    this.archive = archive;
    this.partners = partners;
  }

  /**
   * @return the report's rows, ascending; none when it carries no names
   * @throws UncheckedIOException when archived bytes cannot be read: technology, the transaction rolls back
   */
  List<Integer> of(StoredFile report, Batch list) {
    PartnerProfile partner = partners.byId(report.partner()).orElseThrow();
    InboundParser parser = parsers.stream().filter(each -> each.recognises(partner, report.name())).findFirst().orElseThrow();
    try {
      List<NamedRow> named = parser.namedRows(archive.path(report.sha256()));
      return named.isEmpty() ? List.of() : among(named, parser.namedRows(archive.path(list.fileSha256())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Folded names: two people with the same name cannot be distinguished here, so neither counts as a wrong row beside the other's code. */
  private static List<Integer> among(List<NamedRow> reported, List<NamedRow> printed) {
    Map<String, String> nameOfCode = new HashMap<>();
    printed.forEach(row -> nameOfCode.put(row.endToEndId(), NameFolding.fold(row.name())));
    Set<String> names = new HashSet<>(nameOfCode.values());
    List<Integer> mixed = reported.stream().filter(row -> {
      String own = nameOfCode.get(row.endToEndId());
      String name = NameFolding.fold(row.name());
      return own != null && !own.equals(name) && names.contains(name);
    }).map(NamedRow::lineNo).sorted().toList();
    return mixed.size() < FEWEST ? List.of() : mixed;
  }
}
