package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Parses a bank's ISO 20022 message from clear XML: pain.002, camt.054 or camt.053, by the namespace, never by the file's name. It streams:
 * memory does not grow with the file. Wrong content is an {@link IsoParseResult.Refused}; a file that cannot be read from disk is an {@link
 * IOException}. Stateless.
 */
public final class IsoReader {

  private static final Pattern NAMESPACE = Pattern.compile("urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\\.\\d{3})\\.001\\.(\\d{2})");
  private static final Map<String, Set<String>> VERSIONS = Map.of(
      "pain.002", Set.of("03", "10"), "camt.054", Set.of("02", "04", "08"), "camt.053", Set.of("02", "04", "08"));
  private static final Map<String, String> MESSAGES = Map.of(
      "pain.002", "CstmrPmtStsRpt", "camt.054", "BkToCstmrDbtCdtNtfctn", "camt.053", "BkToCstmrStmt");
  private static final int MAX_SHOWN = 80;

  /** @param rules what the codes mean at this bank */
  public IsoParseResult read(PartnerProfile partner, IsoParseRules rules, Path clearXml, IsoSink sink) throws IOException {
    try (XmlCursor at = XmlCursor.open(clearXml)) {
      at.enterRoot();
      Matcher kind = requireKind(at);
      IsoParseResult parsed = null;
      for (String child = at.nextChild(); child != null; child = at.nextChild()) {
        if (parsed != null || !child.equals(MESSAGES.get(kind.group(1)))) {
          throw at.refused(Problem.MALFORMED, child, "Phần tử không thuộc thông điệp " + kind.group(1));
        }
        parsed = readMessage(at, kind, partner, rules, clearXml, sink);
      }
      at.finish();
      if (parsed == null) {
        throw at.refused(Problem.TRUNCATED, "Document", "Thông điệp trống");
      }
      return parsed;
    } catch (NotIsoException e) {
      return new IsoParseResult.Refused(e.why());
    } catch (ArithmeticException e) {
      return new IsoParseResult.Refused(new NotUnderstood(Problem.MALFORMED, 0, null, "Tổng tiền quá lớn"));
    }
  }

  private static IsoParseResult readMessage(XmlCursor at, Matcher kind, PartnerProfile partner, IsoParseRules rules, Path clearXml,
      IsoSink sink) throws IOException, NotIsoException {
    if (kind.group(1).equals("pain.002")) {
      return new StatusReportReader(at, partner.sender(), new StatusRules(rules, kind.group(2)), sink).read();
    }
    FundingAccount account = new FundingAccount(partner.fundingAccount());
    EntryFaults faults = EntryFaults.of(clearXml, account);
    return kind.group(1).equals("camt.054") ? new NotificationReader(at, rules, account, faults, sink).read()
        : new StatementReader(at, partner.sender(), rules, account, new FundingSource(partner.fundingFrom()), faults, sink).read();
  }

  private static Matcher requireKind(XmlCursor at) throws NotIsoException {
    String namespace = at.namespace();
    Matcher kind = NAMESPACE.matcher(namespace);
    if (!at.name().equals("Document") || !kind.matches() || !VERSIONS.getOrDefault(kind.group(1), Set.of()).contains(kind.group(2))) {
      String shown = namespace.replaceAll("[^A-Za-z0-9:./_-]", "?");
      throw at.refused(Problem.UNKNOWN_KIND, "Document", "Không phải thông điệp mà hợp đồng nêu: "
          + (shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN)));
    }
    return kind;
  }
}
