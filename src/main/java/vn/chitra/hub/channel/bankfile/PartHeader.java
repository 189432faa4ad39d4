package vn.chitra.hub.channel.bankfile;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import vn.chitra.hub.channel.bankfile.camel.CsvLayout;
import vn.chitra.hub.channel.bankfile.camel.CsvPartHeader;
import vn.chitra.hub.partner.PartnerProfile;

/** The header of a result part: our file and the part number. Name and header agree; only the name contains the day. */
public record PartHeader(int seq, int part, boolean lastPart, LocalDate date) {

  private static final CsvLayout<CsvPartHeader> LAYOUT = new CsvLayout<>(CsvPartHeader.class);

  public static PartHeader read(BarLines lines, InboundName name, PartnerProfile partner) throws IOException, FileParseException {
    LocalDate date = name.date();
    lines.demandNext("H");
    CsvPartHeader header = lines.as(LAYOUT, CsvPartHeader.FIELDS);
    FieldCheck judge = lines.judge();
    judge.oneOf("version", header.version(), List.of("1"));
    InboundName.demandOurs(partner, header.sender(), judge.line());
    judge.sameAsName("seq", judge.number("seq", header.seq(), 1, 999_999), name.seq());
    judge.sameAsName("part", judge.number("part", header.part(), 1, 99), name.part());
    return new PartHeader(name.seq(), name.part(), judge.oneOf("lastPart", header.lastPart(), List.of("Y", "N")).equals("Y"), date);
  }
}
