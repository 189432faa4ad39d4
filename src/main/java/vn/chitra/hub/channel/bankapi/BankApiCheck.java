package vn.chitra.hub.channel.bankapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.channel.bankfile.BankFieldRules;
import vn.chitra.hub.channel.bankfile.FileComplaints;

/**
 * Verifies the body of a bulk by reading it again: an extra key, a repeated key, or content after the end is a complaint too. Line 1 is the
 * head.
 */
final class BankApiCheck {

  private static final int MOST_TRANSFERS = 1_000;
  private static final Pattern CLIENT_BULK_ID = Pattern.compile("[A-Z0-9-]{1,32}");
  private static final ObjectReader STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private final BatchHeader meant;
  private final FileComplaints complaints = new FileComplaints();

  BankApiCheck(BatchHeader meant) {
    this.meant = meant;
  }

  List<String> run(Path bytes, Iterator<BankInstruction> instructions) throws IOException {
    try (InputStream in = Files.newInputStream(bytes)) {
      body(STRICT.readTree(in), instructions);
    } catch (JsonProcessingException e) {
      complaints.unless(false, 1, "body", "không phải JSON hợp lệ");
    }
    return complaints.toList();
  }

  private void body(JsonNode body, Iterator<BankInstruction> instructions) {
    complaints.unless(meant.count() >= 1 && meant.count() <= MOST_TRANSFERS, 1, "count", "không trong khoảng 1 đến 1.000");
    complaints.unless(body.isObject() && body.size() == 6, 1, "body", "sai số trường");
    complaints.unless(CLIENT_BULK_ID.matcher(body.path("clientBulkId").asText()).matches(), 1, "clientBulkId", "sai dạng");
    text(body, "clientBulkId", meant.partner().sender() + "-" + "0".repeat(6 - Integer.toString(meant.seq()).length()) + meant.seq(), 1);
    text(body, "valueDate", String.valueOf(meant.valueDate()), 1);
    text(body, "currency", "VND", 1);
    number(body, "count", meant.count(), 1);
    number(body, "total", meant.totalVnd(), 1);
    transfers(body.path("transfers"), instructions);
  }

  private void transfers(JsonNode transfers, Iterator<BankInstruction> instructions) {
    complaints.unless(transfers.isArray() && transfers.size() == meant.count(), 1, "transfers", "khác số lệnh của lô");
    int count = 0;
    long total = 0;
    while (instructions.hasNext() && !complaints.areEnough()) {
      BankInstruction one = instructions.next();
      transfer(transfers.path(count), one, count + 2);
      count++;
      total = Math.addExact(total, one.amountVnd());
      complaints.unless(one.line() == count, count + 1, "line", "số thứ tự không liên tục");
    }
    complaints.unless(complaints.areEnough() || count == meant.count() && total == meant.totalVnd(), 1, "total",
        "khác tổng của các lệnh trong lô");
  }

  private void transfer(JsonNode found, BankInstruction one, int line) {
    complaints.unless(found.isObject() && found.size() == 6, line, "transfer", "sai số trường");
    text(found, "endToEndId", one.endToEndId(), line);
    text(found, "bankBin", one.bankBin(), line);
    text(found, "account", one.account(), line);
    text(found, "name", one.creditName(), line);
    number(found, "amount", one.amountVnd(), line);
    text(found, "remark", one.remark(), line);
    BankFieldRules.judge(complaints, line, found.path("endToEndId").asText(), found.path("account").asText(),
        found.path("name").asText(), found.path("bankBin").asText(), found.path("amount").asText(), found.path("remark").asText());
  }

  private void text(JsonNode node, String field, String expected, int line) {
    complaints.unless(node.path(field).isTextual() && node.path(field).textValue().equals(expected), line, field, "khác với lệnh đã lập");
  }

  private void number(JsonNode node, String field, long expected, int line) {
    complaints.unless(node.path(field).isIntegralNumber() && node.path(field).canConvertToLong()
        && node.path(field).longValue() == expected, line, field, "khác với lệnh đã lập");
  }
}
