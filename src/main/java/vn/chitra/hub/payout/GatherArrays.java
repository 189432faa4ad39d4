package vn.chitra.hub.payout;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.support.SqlArrayValue;

/** Groups of waiting payments and their batches as arrays of one length, for a statement that unnests them. */
record GatherArrays(List<String> folders, List<String> programmes, List<Date> periods, List<Date> payFroms, List<Integer> groupNos,
    List<Integer> groupNosOfBatches, List<Integer> parts, List<Long> batches) {

  static GatherArrays of(List<PaymentBatching.Group> groups) {
    GatherArrays arrays = new GatherArrays(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int number = 0; number < groups.size(); number++) {
      for (PaymentBatching.Shared shared : groups.get(number).payments()) {
        arrays.add(number, shared);
      }
      List<Long> ids = groups.get(number).batches();
      for (int part = 0; part < ids.size(); part++) {
        arrays.groupNosOfBatches.add(number);
        arrays.parts.add(part);
        arrays.batches.add(ids.get(part));
      }
    }
    return arrays;
  }

  private void add(int number, PaymentBatching.Shared shared) {
    folders.add(shared.folder());
    programmes.add(shared.programme());
    periods.add(Date.valueOf(shared.period()));
    payFroms.add(Date.valueOf(shared.payFrom()));
    groupNos.add(number);
  }

  Map<String, Object> params() {
    return Map.of("folders", array("varchar", folders), "programmes", array("varchar", programmes), "periods", array("date", periods),
        "pay_froms", array("date", payFroms), "group_nos", array("int4", groupNos), "group_nos_of_batches",
        array("int4", groupNosOfBatches), "parts", array("int4", parts), "batches", array("int8", batches));
  }

  private static SqlArrayValue array(String type, List<?> values) {
    return new SqlArrayValue(type, values.toArray());
  }
}
