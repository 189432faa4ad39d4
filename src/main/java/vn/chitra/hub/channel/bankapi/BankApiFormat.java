package vn.chitra.hub.channel.bankapi;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.partner.PartnerKind;

/**
 * The body of a bulk transfer (contract §4.2): JSON in UTF-8 without white space, whole dong as integers, the value date as {@code
 * yyyy-MM-dd}. The archived bytes are the signed and sent bytes.
 */
public final class BankApiFormat implements FileFormat<BankInstruction> {

  private static final JsonFactory JSON = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  @Override
  public PartnerKind kind() {
    return PartnerKind.BANK_API;
  }

  @Override
  public String fileName(BatchHeader header) {
    return BulkName.fileName(clientBulkId(header));
  }

  @Override
  public void write(BatchHeader header, Iterator<BankInstruction> lines, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("clientBulkId", clientBulkId(header));
      json.writeStringField("valueDate", Objects.requireNonNull(header.valueDate()).toString());
      json.writeStringField("currency", "VND");
      json.writeNumberField("count", header.count());
      json.writeNumberField("total", header.totalVnd());
      json.writeArrayFieldStart("transfers");
      while (lines.hasNext()) {
        transfer(json, lines.next());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void transfer(JsonGenerator json, BankInstruction one) throws IOException {
    json.writeStartObject();
    json.writeStringField("endToEndId", one.endToEndId());
    json.writeStringField("bankBin", one.bankBin());
    json.writeStringField("account", one.account());
    json.writeStringField("name", one.creditName());
    json.writeNumberField("amount", one.amountVnd());
    json.writeStringField("remark", one.remark());
    json.writeEndObject();
  }

  @Override
  public List<String> check(BatchHeader header, Path bytes, Iterator<BankInstruction> lines) throws IOException {
    return new BankApiCheck(header).run(bytes, lines);
  }

  private static String clientBulkId(BatchHeader header) {
    return BulkName.of(header.partner().sender(), header.seq());
  }
}
