package vn.chitra.hub.sim.bankapi;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.chitra.hub.sim.EndToEndIds;

/** A bulk as the bank parses it: strictly by the contract, with all its errors. */
record BulkBody(String clientBulkId, int seq, LocalDate valueDate, int count, long total, List<Order> orders, String code,
    List<String> complaints) {

  private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Set<String> FIELDS = Set.of("clientBulkId", "valueDate", "currency", "count", "total", "transfers");
  private static final Set<String> ORDER_FIELDS = Set.of("endToEndId", "bankBin", "account", "name", "amount", "remark");

  record Order(String endToEndId, String bin, String account, String name, long amount) {}

  static BulkBody read(String sender, Set<String> bins, byte[] body) {
    List<String> wrong = new ArrayList<>();
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (IOException e) {
      return new BulkBody("", 0, LocalDate.EPOCH, 0, 0, List.of(), "F3", List.of("no JSON"));
    }
    fields(root, FIELDS, "body", wrong);
    String name = text(root, "clientBulkId", "[A-Z0-9-]{1,32}", wrong);
    demand(name.matches(sender + "-\\d{6}"), "clientBulkId is not <sender>-<seq:6>", wrong);
    demand("VND".equals(root.path("currency").asText()), "currency", wrong);
    LocalDate valueDate = date(text(root, "valueDate", "\\d{4}-\\d{2}-\\d{2}", wrong), wrong);
    List<Order> orders = new ArrayList<>();
    root.path("transfers").forEach(one -> orders.add(order(one, bins, wrong)));
    demand(!orders.isEmpty() && orders.size() <= 1_000, "1 to 1000 transfers", wrong);
    demand(new HashSet<>(orders.stream().map(Order::endToEndId).toList()).size() == orders.size(), "an id twice", wrong);
    String code = wrong.isEmpty() ? "" : "F3";
    long total = orders.stream().mapToLong(Order::amount).sum();
    if (root.path("count").asInt(-1) != orders.size() || !root.path("total").isIntegralNumber() || root.path("total").asLong() != total) {
      wrong.add("count or total");
      code = code.isEmpty() ? "F2" : code;
    }
    int seq = name.matches(".*-\\d{6}") ? Integer.parseInt(name.substring(name.length() - 6)) : 0;
    return new BulkBody(name, seq, valueDate, orders.size(), total, orders, code, wrong);
  }

  private static Order order(JsonNode one, Set<String> bins, List<String> wrong) {
    fields(one, ORDER_FIELDS, "transfer", wrong);
    String id = text(one, "endToEndId", "H[0-9A-Z]{15}", wrong);
    demand(EndToEndIds.isRight(id), "endToEndId", wrong);
    String bin = text(one, "bankBin", "\\d{6}", wrong);
    demand(bins.contains(bin), "bankBin is unknown", wrong);
    text(one, "remark", "[\\x20-\\x7e]{0,25}", wrong);
    demand(one.path("amount").isIntegralNumber() && one.path("amount").asLong() > 0, "amount", wrong);
    return new Order(id, bin, text(one, "account", "\\d{6,19}", wrong), text(one, "name", "[\\x20-\\x60\\x7b-\\x7e]{1,50}", wrong),
        one.path("amount").asLong());
  }

  private static void fields(JsonNode node, Set<String> expected, String what, List<String> wrong) {
    Set<String> found = new TreeSet<>();
    node.fieldNames().forEachRemaining(found::add);
    demand(found.equals(expected), what + " has fields " + found, wrong);
  }

  private static String text(JsonNode node, String field, String form, List<String> wrong) {
    String found = node.path(field).isTextual() ? node.path(field).textValue() : "";
    demand(node.path(field).isTextual() && found.matches(form), field, wrong);
    return found;
  }

  private static LocalDate date(String text, List<String> wrong) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      wrong.add("valueDate");
      return LocalDate.EPOCH;
    }
  }

  private static void demand(boolean fits, String what, List<String> wrong) {
    if (!fits) {
      wrong.add(what);
    }
  }
}
