package vn.chitra.hub.payout;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.chitra.hub.payout.ChannelPolicy.Situation;

/** Writes the explanation of a channel decision: {@code chưa có tài khoản đến 30/11; già yếu; NCC → cán bộ xã, tại nhà}. */
final class ChannelWords {

  static final String NO_CIRCUMSTANCE = "NONE";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");

  private ChannelWords() {}

  static String explain(Situation situation, Channel channel) {
    List<String> reasons = new ArrayList<>();
    reasons.add((situation.hasAccount() ? "có tài khoản đến " : "chưa có tài khoản đến ") + DAY.format(situation.accountCutoff()));
    reasons.add(circumstance(situation.circumstance()));
    if (situation.noTransfer()) {
      reasons.add("không giao dịch chuyển khoản");
    }
    reasons.add(situation.programme());
    return String.join("; ", reasons) + " → " + destination(channel, situation.cashPlace().equals("HOME"));
  }

  private static String circumstance(String code) {
    return switch (code) {
      case NO_CIRCUMSTANCE -> "không thuộc diện đặc biệt";
      case "ILL" -> "ốm đau";
      case "FRAIL" -> "già yếu";
      case "IMMOBILE" -> "không đi lại được";
      default -> "hoàn cảnh đặc biệt khác";
    };
  }

  private static String destination(Channel channel, boolean atHome) {
    return switch (channel) {
      case BANK -> "chuyển khoản";
      case POST_CASH -> atHome ? "bưu điện, tại nhà" : "bưu điện, tại điểm chi trả";
      case COMMUNE_CASH -> atHome ? "cán bộ xã, tại nhà" : "Uỷ ban nhân dân cấp xã, tại trụ sở";
    };
  }
}
