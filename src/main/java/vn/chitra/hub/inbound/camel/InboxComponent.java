package vn.chitra.hub.inbound.camel;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.RemoteFileConsumer;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpConsumer;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;

/**
 * Camel's SFTP consumer with error handling by {@link InboxTroubles}: it decides whether an unreadable file or folder ends the poll. Camel
 * alone either stops at the first one, so that one post office's folder blocks all the others, or skips it silently.
 */
final class InboxComponent extends SftpComponent {

  /** The scheme in endpoint addresses, beside Camel's own {@code sftp}. */
  static final String SCHEME = "hub-inbox";

  @Override
  protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    SftpEndpoint plain = (SftpEndpoint) super.buildFileEndpoint(uri, remaining, parameters);
    return new Inbox(uri, this, plain.getConfiguration());
  }

  /** One partner's inbox. */
  static final class Inbox extends SftpEndpoint {

    private InboxTroubles troubles;
    private OutFolder out;
    private InboxLogin login;
    private SftpOperations operations;
    private FetchedFiles files;

    @SuppressWarnings("NullAway")
    Inbox(String uri, SftpComponent component, SftpConfiguration configuration) {
      super(uri, component, configuration);
    }

    /** To be called before the consumer is made. */
    void reads(OutFolder folder, FetchedFiles fetched, InboxTroubles whom, InboxLogin how, SftpOperations over) {
      operations = over;
      out = folder;
      files = fetched;
      login = how;
      troubles = whom;
      setExceptionHandler(whom);
    }

    /** One consumer reads the inbox. */
    @Override
    public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
      return operations;
    }

    @Override
    protected RemoteFileConsumer<SftpRemoteFile> buildConsumer(Processor processor) {
      return new Consumer(this, processor, createRemoteFileOperations(), processStrategy != null ? processStrategy
          : createGenericFileStrategy());
    }
  }

  private static final class Consumer extends SftpConsumer {

    private final Inbox inbox;
    /** The folder that is being listed: Camel does not name it when that fails. */
    private String listing = "";

    Consumer(Inbox inbox, Processor processor, RemoteFileOperations<SftpRemoteFile> operations,
        GenericFileProcessStrategy<SftpRemoteFile> strategy) {
      super(inbox, processor, operations, strategy);
      this.inbox = inbox;
    }

    /** Connects, unless the partner refused the login a short while ago. */
    @Override
    protected boolean prePollCheck() throws Exception {
      inbox.files.beginPoll();
      inbox.troubles.beginPoll();
      return inbox.login.when(super::prePollCheck);
    }

    @Override
    protected void postPollCheck(int polledMessages) {
      inbox.troubles.endPoll();
      super.postPollCheck(polledMessages);
    }

    @Override
    protected void doStart() throws Exception {
      inbox.files.load();
      super.doStart();
    }

    @Override
    protected boolean doPollDirectory(Exchange exchange, String absolutePath, String dirName, List<GenericFile<SftpRemoteFile>> found,
        int depth) {
      listing = inbox.out.onTheWay(absolutePath);
      return super.doPollDirectory(exchange, listing, dirName, found, depth);
    }

    @Override
    protected boolean ignoreCannotRetrieveFile(@Nullable String name, @Nullable Exchange exchange, Exception cause) {
      return inbox.troubles.passesBy(name == null ? listing : name, cause);
    }
  }
}
