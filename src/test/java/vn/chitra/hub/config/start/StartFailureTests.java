package vn.chitra.hub.config.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class StartFailureTests {

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "08001 | 1  | không nối được tới máy chủ",
      "57P03 | 1  | máy chủ đang khởi động",
      "53300 | 1  | máy chủ đang khởi động, đang dừng hoặc hết kết nối",
      "28P01 | 78 | máy chủ từ chối tên đăng nhập hoặc mật khẩu",
      "3D000 | 78 | máy chủ không có cơ sở dữ liệu ấy",
      "42501 | 78 | tài khoản không đủ quyền",
      "0A000 | 78 | btree_gist",
      "XX000 | 78 | lỗi SQLSTATE XX000"})
  void aDatabaseThatIsAwayIsTriedAgainAndEverythingElseNeedsAPerson(String state, int status, String words) {
    Throwable thrown = new BeanCreationException("flyway", new IllegalStateException(new SQLException("FATAL: bí mật", state)));
    assertThat(StartFailure.status(thrown)).isEqualTo(status);
    FailureAnalysis shown = new StartFailureAnalyzer().analyze(thrown);
    assertThat(shown.getDescription()).startsWith("Chi Trả Hub chưa thể khởi động. ").contains(words).doesNotContain("bí mật");
  }

  @Test
  void aPortThatIsTakenNeedsAPerson() {
    for (Throwable thrown : List.of(new PortInUseException(8080), new WebServerException("no", new BindException("in use")))) {
      assertThat(StartFailure.status(thrown)).isEqualTo(78);
      assertThat(new StartFailureAnalyzer().analyze(thrown).getDescription()).contains("tiến trình khác đang giữ cổng ấy");
    }
  }

  @Test
  void settingsEndWithTheirStatusAndAnUnknownErrorIsLeftToSpring() {
    assertThat(StartFailure.status(new BeanCreationException("x", new SettingsIncomplete(List.of("một"))))).isEqualTo(78);
    assertThat(StartFailure.status(new IllegalStateException("x"))).isEqualTo(1);
    assertThat(new StartFailureAnalyzer().analyze(new IllegalStateException("x"))).isNull();
  }

  @Test
  void aSecondHubInADataFolderEndsWithASentenceAndTheFolderIsFreeAfterwards() {
    GenericApplicationContext first = hub(Map.of());
    assertThatThrownBy(() -> hub(Map.of())).isInstanceOfSatisfying(SettingsIncomplete.class,
        thrown -> assertThat(thrown.complaints()).singleElement().asString().startsWith("hub.data-dir: một hub khác đang chạy ở đó"));
    hub(Map.of("spring.artemis.mode", "native")).close();
    first.close();
    hub(Map.of()).close();
  }

  private GenericApplicationContext hub(Map<String, Object> more) {
    GenericApplicationContext context = new GenericApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("more", more));
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(DerivedSettings.SOURCE,
        Map.of("hub.data-dir", folder.resolve("hub").toString())));
    new DataFolderLock().initialize(context);
    context.refresh();
    return context;
  }
}
