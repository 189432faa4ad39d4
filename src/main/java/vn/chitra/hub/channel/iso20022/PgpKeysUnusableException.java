package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import org.springframework.boot.ExitCodeGenerator;

/** Stops the start of the hub because a bank's OpenPGP keys cannot be used: missing, damaged, locked or expired. */
public final class PgpKeysUnusableException extends RuntimeException implements ExitCodeGenerator {

  /** @param name of the keys in the settings, @param cause what is wrong with which file */
  public PgpKeysUnusableException(String name, IOException cause) {
    super("hub.pgp." + name + ": khoá OpenPGP không dùng được (tệp, mật khẩu mở khoá hoặc hạn của khoá): " + cause.getMessage(), cause);
  }

  /** EX_CONFIG of sysexits: no restart heals it. */
  @Override
  public int getExitCode() {
    return 78;
  }
}
