package vn.chitra.hub.sim.bank;

import java.time.LocalDate;
import java.util.List;

/**
 * A payment file as the bank parses it, with all its errors.
 *
 * @param complaints what breaks the contract; empty = the bank can work with it
 * @param code F2 when only the totals are wrong, F3 for anything else; empty without a complaint
 */
record PaymentFile(int seq, LocalDate valueDate, int count, long total, List<Order> orders, List<String> complaints, String code) {

  record Order(int line, String endToEndId, String account, String name, String bin, long amount) {}
}
