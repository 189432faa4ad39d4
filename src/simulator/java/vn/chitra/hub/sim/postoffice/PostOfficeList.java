package vn.chitra.hub.sim.postoffice;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitra.hub.sim.CashBook;
import vn.chitra.hub.sim.EndToEndIds;

/** A {@code DS_} list as the post office parses it, with all its errors. */
record PostOfficeList(String period, int seq, List<CashBook.Line> lines, List<String> complaints) {

  private static final Pattern NAME = Pattern.compile("DS_([A-Za-z0-9]+)_(\\d{4}(?:0[1-9]|1[0-2]))_(\\d{6})\\.csv");
  private static final String HEADING = "stt;ma_chi_tra;ho_ten;nam_sinh;so_giay_to;dia_chi;ma_xa;noi_chi;nguoi_nhan_thay;so_uy_quyen;"
      + "uy_quyen_den;so_tien;thang;ghi_chu";
  private static final Pattern MONTHS = Pattern.compile("(0[1-9]|1[0-2])/\\d{4}(-(0[1-9]|1[0-2])/\\d{4})?");

  static boolean isNamedRight(String postOffice, String fileName) {
    Matcher name = NAME.matcher(fileName);
    return name.matches() && name.group(1).equals(postOffice);
  }

  /** @param communes that this post office serves; empty = not known, any will do */
  static PostOfficeList read(String fileName, Set<String> communes, byte[] bytes) {
    return new Reader(fileName, communes).read(bytes);
  }

  private static final class Reader {
    private final Matcher name;
    private final Set<String> communes;
    private final List<String> complaints = new ArrayList<>();
    private final List<CashBook.Line> lines = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Reader(String fileName, Set<String> communes) {
      this.name = NAME.matcher(fileName);
      this.communes = communes;
      if (!name.matches()) {
        throw new IllegalArgumentException("not a list's name: " + fileName);
      }
    }

    PostOfficeList read(byte[] bytes) {
      String text = decode(bytes);
      expect(text.startsWith("\uFEFF" + HEADING + "\r\n"), "no BOM, or not the heading of the contract");
      expect(text.endsWith("\r\n") && text.replace("\r\n", "").indexOf('\n') < 0, "rows do not end with CRLF");
      List<CsvRecord> rows = CsvReader.builder().fieldSeparator(';').ofCsvRecord(text.substring(text.startsWith("\uFEFF") ? 1 : 0))
          .stream().toList();
      for (int i = 1; i < rows.size() - 1; i++) {
        row(i, rows.get(i).getFields());
      }
      long total = lines.stream().mapToLong(CashBook.Line::amount).sum();
      String last = "TONG;" + lines.size() + ";;;;;;;;;;" + total + ";;";
      expect(!lines.isEmpty() && rows.size() > 1 && String.join(";", rows.get(rows.size() - 1).getFields()).equals(last),
          "the row TONG does not fit the lines");
      return new PostOfficeList(name.group(2), Integer.parseInt(name.group(3)), List.copyOf(lines), List.copyOf(complaints));
    }

    private void row(int number, List<String> f) {
      String where = "row " + (number + 1) + ": ";
      if (f.size() != 14 || !f.get(11).matches("[1-9]\\d{0,14}")) {
        complaints.add(where + "not fourteen fields with an amount in digits");
        return;
      }
      expect(f.get(0).equals(Integer.toString(number)), where + "stt " + f.get(0));
      expect(EndToEndIds.isRight(f.get(1)) && ids.add(f.get(1)), where + "ma_chi_tra wrong or twice");
      expect(!f.get(2).isBlank() && Normalizer.isNormalized(f.get(2), Normalizer.Form.NFC), where + "ho_ten empty or not NFC");
      expect(f.get(3).matches("(\\d{4})?"), where + "nam_sinh");
      expect(f.get(4).matches("(\\d{6})?"), where + "so_giay_to");
      expect(communes.isEmpty() || communes.contains(f.get(6)), where + "ma_xa of another post office");
      expect(f.get(7).equals("NHA") || f.get(7).equals("BUUCUC"), where + "noi_chi");
      boolean paper = !f.get(9).isEmpty();
      expect(paper == !f.get(10).isEmpty() && (!paper || !f.get(8).isEmpty()), where + "authorisation incomplete");
      expect(f.get(10).matches("(\\d{2}/\\d{2}/\\d{4})?"), where + "uy_quyen_den");
      expect(MONTHS.matcher(f.get(12)).matches(), where + "thang");
      String receiver = f.get(8).isEmpty() ? f.get(2) : f.get(8);
      lines.add(new CashBook.Line(number, f.get(1), Long.parseLong(f.get(11)), receiver));
    }

    private String decode(byte[] bytes) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        complaints.add("not UTF-8");
        return "";
      }
    }

    private void expect(boolean fine, String complaint) {
      if (!fine) {
        complaints.add(complaint);
      }
    }
  }
}
