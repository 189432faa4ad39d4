package vn.chitra.hub.console;

import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.support.Language;

/** Names programmes and writes shares in the language of the page. */
@Component
class PercentWords implements CashlessChart.Naming {

  private static final int TENTHS = 10;

  private final Names names;

  PercentWords(Names names) {
    this.names = names;
  }

  @Override
  public String programme(String code) {
    return names.programme(code);
  }

  /** {@code 87,3 %}, in English {@code 87.3%}. */
  @Override
  public String percent(int perMille) {
    return perMille / TENTHS + Language.current().of(",", ".") + perMille % TENTHS + Language.current().of(" %", "%");
  }
}
