package vn.chitra.hub.channel.iso20022.camel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SignatureException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.bouncycastle.openpgp.PGPException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chitra.hub.channel.iso20022.DecryptionResult;
import vn.chitra.hub.channel.iso20022.DecryptionResult.Why;
import vn.chitra.hub.channel.iso20022.FileEncryption;

/**
 * OpenPGP with one bank by Camel's data format: AES-256, SHA-256, integrity packet. Several keys of either side may be valid at once, so
 * keys can be changed without an interruption. Thread-safe. Large files pass through an encrypted spool on disk.
 */
public final class PgpEncryption implements FileEncryption, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PgpEncryption.class);
  private static final int SPOOL_ABOVE_BYTES = 128 * 1024;
  private static final long SPOOL_RESERVE_BYTES = 1 << 20;
  private static final Map<Why, String> REASONS = Map.of(
      Why.DAMAGED, "Tệp không phải thông điệp OpenPGP nguyên vẹn (hỏng, bị cắt hoặc bị sửa)",
      Why.NOT_FOR_US, "Tệp mã hoá cho khoá khác, không phải khoá của ta",
      Why.UNSIGNED, "Tệp không có chữ ký của ngân hàng",
      Why.SIGNER_UNKNOWN, "Tệp ký bằng khoá không phải của ngân hàng, hoặc khoá đã hết hạn hay bị thu hồi",
      Why.SIGNATURE_WRONG, "Chữ ký của ngân hàng không khớp nội dung tệp",
      Why.TOO_LARGE, "Tệp giải nén ra vượt giới hạn kích thước");

  private final Path spool;
  private final BoundedPgpFormat format;
  private final DefaultCamelContext context = new DefaultCamelContext();

  /**
   * @param bankKeys files with the bank's public keys, armoured or not
   * @param ownKeys files with our secret keys; the first valid one signs, each opens
   * @param wallClock decides which keys have expired; technical time, not the business clock
   * @param maxClearBytes a file that unpacks to more is refused
   * @param spool folder for large files while they are opened
   * @throws IOException when a key file is missing, holds no usable key, or the passphrase does not open it; the file is named
   */
  public PgpEncryption(List<Path> bankKeys, List<Path> ownKeys, char[] passphrase, Clock wallClock, long maxClearBytes, Path spool)
      throws IOException {
    this.spool = Files.createDirectories(spool);
    this.format = new BoundedPgpFormat(new BankKeys(bankKeys, wallClock), new OwnKeys(ownKeys, passphrase, wallClock), maxClearBytes);
    context.disableJMX();
    context.setStartupSummaryLevel(StartupSummaryLevel.Off);
    StreamCachingStrategy caching = context.getStreamCachingStrategy();
    caching.setSpoolEnabled(true);
    caching.setSpoolDirectory(spool.toFile());
    caching.setSpoolThreshold(SPOOL_ABOVE_BYTES);
    caching.setSpoolCipher("AES/CTR/NoPadding");
    context.start();
    format.start();
  }

  @Override
  public void encryptAndSign(Path clear, String innerName, Path encrypted) throws IOException {
    Exchange exchange = new DefaultExchange(context);
    exchange.getIn().setHeader(Exchange.FILE_NAME, innerName);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(clear))) {
      WatchedOutput out = new WatchedOutput(new BufferedOutputStream(Files.newOutputStream(encrypted)));
      try (out) {
        format.marshal(exchange, in, out);
      }
      out.rethrow();
    } catch (Exception e) {
      Files.deleteIfExists(encrypted);
      throw e instanceof IOException io ? io : new IOException("encryption failed", e);
    }
  }

  @Override
  public DecryptionResult decryptAndVerify(Path encrypted, Path clear) throws IOException {
    Exchange exchange = new DefaultExchange(context);
    try (WatchedInput in = new WatchedInput(new BufferedInputStream(Files.newInputStream(encrypted)))) {
      Object opened;
      try {
        opened = format.unmarshal(exchange, in);
      } catch (Exception e) {
        in.rethrow();
        return refusal(exchange, e);
      }
      keep(exchange, opened, clear);
      return new DecryptionResult.Decrypted(exchange.getProperty(BoundedPgpFormat.SIGNER, String.class));
    } finally {
      UnitOfWorkHelper.doneSynchronizations(exchange, exchange.getExchangeExtension().handoverCompletions());
    }
  }

  @Override
  public void close() throws IOException {
    format.stop();
    context.close();
  }

  private static void keep(Exchange exchange, Object opened, Path clear) throws IOException {
    try (InputStream verified = exchange.getContext().getTypeConverter().mandatoryConvertTo(InputStream.class, exchange, opened)) {
      Files.copy(verified, clear, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoTypeConversionAvailableException e) {
      throw new IOException(e);
    }
  }

  private DecryptionResult refusal(Exchange exchange, Exception cause) throws IOException {
    Why why = whyRefused(exchange, cause);
    if (why == Why.DAMAGED && spool.toFile().getUsableSpace() < SPOOL_RESERVE_BYTES) {
      throw new IOException("no room in " + spool, cause);
    }
    LOG.debug("refused as {}", why, cause);
    return new DecryptionResult.Refused(why, REASONS.get(why));
  }

  private static Why whyRefused(Exchange exchange, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedPgpFormat.RefusedException refused) {
        return refused.why();
      }
      if (cause instanceof SignatureException) {
        return Why.SIGNATURE_WRONG;
      }
    }
    if (exchange.getProperty(OwnKeys.LOOKED_FOR) == null) {
      return Why.DAMAGED;
    }
    if (exchange.getProperty(OwnKeys.FOUND) == null) {
      return Why.NOT_FOR_US;
    }
    // Camel itself says so, without a cause, before it has met a signature; anything that fails inside has one.
    boolean readable = failure.getClass() == PGPException.class && failure.getCause() == null;
    return readable && exchange.getProperty(BoundedPgpFormat.SIGNER) == null ? Why.UNSIGNED : Why.DAMAGED;
  }
}
