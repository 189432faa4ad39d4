package vn.chitra.hub.bench.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vn.chitra.hub.channel.bankapi.BulkPageParser;
import vn.chitra.hub.channel.bankcsv.BankCsvResultParser;
import vn.chitra.hub.channel.bankfixed.BankFixedResultParser;
import vn.chitra.hub.channel.commune.CommuneReportParser;
import vn.chitra.hub.channel.iso20022.IsoParseResult;
import vn.chitra.hub.channel.iso20022.IsoParseRules;
import vn.chitra.hub.channel.iso20022.IsoReader;
import vn.chitra.hub.channel.postoffice.PostOfficeReportParser;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.ShippedMappings;

/** Answers of one kind of partner, read by the reader and the shipped profile of production. */
record Incoming(String label, int mostLines, InboundFiles.Maker maker, Reader reader) {

  private static final int MOST_RESULTS_OF_A_PAGE = 500;

  interface Reader {
    /** @return lines that were handed on */
    long read(int seq, Path file) throws IOException;
  }

  static List<Incoming> all() {
    return List.of(
        new Incoming("bank-csv results", lines(PartnerKind.BANK_CSV), InboundFiles::bankCsv, replies(PartnerKind.BANK_CSV, "",
            "KQ_%s_20261125_%06d_01.csv", new BankCsvResultParser(ShippedMappings.states()))),
        new Incoming("bank-fixed results", lines(PartnerKind.BANK_FIXED), InboundFiles::bankFixed, replies(PartnerKind.BANK_FIXED, "",
            "%s.R%06d.01", new BankFixedResultParser(ShippedMappings.states()))),
        new Incoming("pain.002.001.10", lines(PartnerKind.BANK_ISO), IsoFiles::pain002, Incoming::readIso),
        new Incoming("camt.054.001.08", lines(PartnerKind.BANK_ISO), IsoFiles::camt054, Incoming::readIso),
        new Incoming("camt.053.001.08", lines(PartnerKind.BANK_ISO), IsoFiles::camt053, Incoming::readIso),
        new Incoming("bank-api pages", MOST_RESULTS_OF_A_PAGE, InboundFiles::apiPage, replies(PartnerKind.BANK_API, "",
            "KQ_%s-%06d_1_CUOI.json", new BulkPageParser(ShippedMappings.states()))),
        new Incoming("post-office reports", lines(PartnerKind.POST_OFFICE), InboundFiles::postOffice, replies(PartnerKind.POST_OFFICE,
            "BC8123", "KQ_BC8123_202611_%2$06d_001_CUOI.csv", new PostOfficeReportParser(Shipped.headings("post-office-answer")))),
        new Incoming("commune sheets", lines(PartnerKind.COMMUNE), InboundFiles::communeSheet, replies(PartnerKind.COMMUNE,
            "07969", "%1$s-%2$d.xlsx", new CommuneReportParser(Shipped.headings("commune-answer")))));
  }

  static Incoming named(String label) {
    return all().stream().filter(one -> one.label().equals(label)).findFirst().orElseThrow();
  }

  /** @throws IllegalStateException when the reading was refused or handed on another number of lines */
  void read(int seq, int lines, Path file) throws IOException {
    long read = reader.read(seq, file);
    if (read != lines) {
      throw new IllegalStateException("%s: %d lines of %d".formatted(label, read, lines));
    }
  }

  private static int lines(PartnerKind kind) {
    return Shipped.partner(kind).maxLines();
  }

  /** @param name form of the file's name, from sender and seq */
  private static Reader replies(PartnerKind kind, String folder, String name, NamedFileParser reader) {
    PartnerProfile partner = Shipped.partner(kind);
    return (seq, file) -> {
      long[] lines = {0};
      ParseResult parsed = reader.read(partner, folder, name.formatted(partner.sender(), seq), file, line -> lines[0]++);
      if (!(parsed instanceof ParseResult.Understood)) {
        throw new IllegalStateException(parsed.toString());
      }
      return lines[0];
    };
  }

  private static long readIso(int seq, Path file) throws IOException {
    PartnerProfile partner = Shipped.partner(PartnerKind.BANK_ISO);
    CountingSink sink = new CountingSink();
    IsoParseResult parsed = new IsoReader().read(partner, IsoParseRules.of(partner.isoTerms().parseRules()), file, sink);
    if (parsed instanceof IsoParseResult.Refused) {
      throw new IllegalStateException(parsed.toString());
    }
    return sink.lines();
  }
}
