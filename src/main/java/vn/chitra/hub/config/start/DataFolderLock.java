package vn.chitra.hub.config.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Lets one hub run in a data folder: a second one ends at once with a sentence, where it would wait silently for the broker's journal. The
 * operating system takes the lock from a process that ends in whatever way. With a broker outside nothing is locked.
 */
final class DataFolderLock implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final String FILE = "hub.lock";
  private static final String BEAN = "dataFolderLock";

  /** @throws SettingsIncomplete when another hub runs in the folder, or the folder cannot be written */
  @Override
  public void initialize(GenericApplicationContext context) {
    ConfigurableEnvironment settings = context.getEnvironment();
    boolean hub = settings.getPropertySources().contains(DerivedSettings.SOURCE);   // and no command
    if (!hub || "native".equals(settings.getProperty("spring.artemis.mode"))) {
      return;
    }
    DisposableBean lock = take(Path.of(settings.getRequiredProperty("hub.data-dir")));
    DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
    beans.registerSingleton(BEAN, lock);
    beans.registerDisposableBean(BEAN, lock);
  }

  private static DisposableBean take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel file = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isFree(file)) {
        return file::close;
      }
      file.close();
      throw new SettingsIncomplete(List.of("hub.data-dir: một hub khác đang chạy ở đó; mỗi hub cần một thư mục riêng"));
    } catch (IOException e) {
      throw new SettingsIncomplete(List.of("hub.data-dir: sai; không tạo hoặc ghi được tệp " + FILE + " ở đó"));
    }
  }

  private static boolean isFree(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    }
  }
}
