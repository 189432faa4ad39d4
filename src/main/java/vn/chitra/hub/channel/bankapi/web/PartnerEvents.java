package vn.chitra.hub.channel.bankapi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.chitra.hub.channel.bankapi.ApiSettings;
import vn.chitra.hub.channel.bankapi.ReceiveEvent;
import vn.chitra.hub.channel.bankapi.RequestSignature;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * The HTTP endpoint for partners' events (contract §4.6): 404 for a partner without an API, 401 for a bad or old signature, otherwise 202
 * once the exact bytes are archived and queued, also for a repeated event. It parses nothing, keeps nothing unsigned, and reads at most 64
 * KiB.
 */
@RestController
@Lazy   // a hub without routes, as tests have it, calls no bank
class PartnerEvents {

  private static final int MOST_BYTES = 64 * 1024;

  private final Partners partners;
  private final ApiSettings settings;
  private final ReceiveEvent receive;
  private final Clock wallClock;

  PartnerEvents(Partners partners, ApiSettings settings, ReceiveEvent receive, @Qualifier("wallClock") Clock wallClock) {
    this.partners = partners;
    this.settings = settings;
    this.receive = receive;
    this.wallClock = wallClock;
  }

  @PostMapping("/api/partners/{partner}/events")
  ResponseEntity<Void> take(@PathVariable("partner") String id,
      @RequestHeader(name = RequestSignature.HEADER, required = false) @Nullable String signature, HttpServletRequest request)
      throws IOException {
    PartnerProfile partner = partners.byId(id).filter(one -> one.kind() == PartnerKind.BANK_API).orElse(null);
    if (partner == null) {
      return ResponseEntity.notFound().build();
    }
    if (!RequestSignature.hasTheForm(signature)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    byte[] body = body(request);
    if (body.length > MOST_BYTES) {
      return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).header("Connection", "close").build();
    }
    if (!RequestSignature.proves(signature, settings.of(partner.connection()).secretsOfEvents(), body, wallClock.instant())) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    receive.receive(partner, body);
    return ResponseEntity.accepted().build();
  }

  /** Reads at most one byte more than allowed, independent of the length in the request. */
  private static byte[] body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      return new byte[MOST_BYTES + 1];
    }
    try (InputStream in = request.getInputStream()) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }
}
