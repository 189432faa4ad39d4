package vn.chitra.hub.config.start;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import vn.chitra.hub.account.opening.OpeningSql;
import vn.chitra.hub.alert.AlertPolicy;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.payout.ChannelPolicy;
import vn.chitra.hub.payout.ReroutePolicy;
import vn.chitra.hub.payroll.ComparisonPolicy;
import vn.chitra.hub.welfare.jdbc.WelfareSql;

/** The mapping files that features read for themselves when their beans are made, read ahead of the start. */
final class OtherMappings {

  /** By the name of the file; the readers of the features themselves. */
  private static final Map<String, Reader> READERS = readers();

  private OtherMappings() {}

  /**
   * One line for each file that is missing or that its feature cannot read.
   *
   * @throws vn.chitra.hub.partner.MappingsInvalidException naming file, line and key of every error of a policy
   */
  static List<String> complaints(Mappings mappings, String location) {
    List<String> complaints = new ArrayList<>();
    READERS.forEach((file, reader) -> {
      try (InputStream in = mappings.open(file)) {
        reader.read(in, file);
      } catch (IOException | IllegalArgumentException | IllegalStateException e) {
        complaints.add("sai; " + e.getMessage());
      }
    });
    Resource statements = new DefaultResourceLoader().getResource(location + "welfare-db/");
    try {
      WelfareSql.from(statements);
      OpeningSql.from(statements);
    } catch (IOException e) {
      complaints.add("sai; thiếu tệp câu lệnh của cơ sở dữ liệu trợ cấp: " + e.getMessage());
    }
    return complaints;
  }

  private static Map<String, Reader> readers() {
    Map<String, Reader> readers = new LinkedHashMap<>();
    readers.put("channel-policy.yaml", ChannelPolicy::load);
    readers.put("reroute-policy.yaml", ReroutePolicy::load);
    readers.put("payroll-comparison.yaml", ComparisonPolicy::load);
    readers.put("alerts.yaml", AlertPolicy::load);
    readers.put("headings/post-office-answer.yaml", CashReportMapping::read);
    readers.put("headings/commune-answer.yaml", CashReportMapping::read);
    return readers;
  }

  @FunctionalInterface
  private interface Reader {
    Object read(InputStream in, String file) throws IOException;
  }
}
