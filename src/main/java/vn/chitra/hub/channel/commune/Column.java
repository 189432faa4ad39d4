package vn.chitra.hub.channel.commune;

/** The columns of a commune's list, in their order. */
enum Column {
  NO("STT", 5),
  CODE("Mã chi trả", 21),
  NAME("Họ và tên", 23),
  BIRTH_YEAR("Năm sinh", 7),
  RECEIVER_NO("Số giấy tờ", 10),
  ADDRESS("Địa chỉ", 27),
  PLACE("Nơi chi", 10),
  RECEIVER("Người nhận thay", 21),
  MONTHS("Tháng", 10),
  AMOUNT("Số tiền", 14),
  SIGNATURE("Ký nhận", 16),
  RESULT("Kết quả (X = đã chi)", 11),
  PAID_ON("Ngày chi", 11),
  REASON("Lý do", 14);

  private final String heading;
  private final int width;

  Column(String heading, int width) {
    this.heading = heading;
    this.width = width;
  }

  String heading() {
    return heading;
  }

  /** The width in characters of the sheet's default font. */
  int width() {
    return width;
  }

  static int last() {
    return values().length - 1;
  }
}
