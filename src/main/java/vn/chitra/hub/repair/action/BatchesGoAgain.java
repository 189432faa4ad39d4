package vn.chitra.hub.repair.action;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.batch.Formats;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

/** The two causes for which a person sends a batch again. */
@Configuration(proxyBeanMethods = false)
class BatchesGoAgain {

  @Bean
  RepairActionHandler fundsStand(Batches batches, Partners partners, Formats formats, Outbox outbox, JdbcClient jdbc,
      @Qualifier("wallClock") Clock wallClock) {
    return new BatchGoesAgain(RepairAction.FUNDS_STAND, BatchState.WAITING_FUNDS, batches, partners, formats, outbox, jdbc, wallClock);
  }

  @Bean
  RepairActionHandler sendAgain(Batches batches, Partners partners, Formats formats, Outbox outbox, JdbcClient jdbc,
      @Qualifier("wallClock") Clock wallClock) {
    return new BatchGoesAgain(RepairAction.SEND_AGAIN, BatchState.IN_DOUBT, batches, partners, formats, outbox, jdbc, wallClock);
  }
}
