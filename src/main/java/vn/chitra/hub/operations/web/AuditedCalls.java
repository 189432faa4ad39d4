package vn.chitra.hub.operations.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.operations.ConsoleActor;
import vn.chitra.hub.repair.Actor;

/**
 * Writes Jolokia actions on routes and queues to the audit trail before they are done, so that none goes unrecorded; a later failure does
 * not show there. The hub's own actions write their events themselves. A call longer than 1 MiB, or one that holds more than
 * {@value MachineActions#MOST_CALLS} calls, is refused (413), and so are notifications (403).
 */
final class AuditedCalls extends OncePerRequestFilter {

  private static final int LONGEST_CALL = 1 << 20;

  private final MachineActions actions;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  AuditedCalls(MachineActions actions, AuditTrail audit, TransactionTemplate transaction) {
    this.actions = actions;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** By the decoded path, because {@code /%6Aolokia} is {@code /jolokia}. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !path(request).contains("jolokia");
  }

  private static String path(HttpServletRequest request) {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if ("POST".equals(request.getMethod())) {
      noted(request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void noted(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    Optional<Actor> actor = ConsoleActor.current();
    Optional<ReadBody> read = actor.isPresent() ? ReadBody.of(request, LONGEST_CALL) : Optional.empty();
    if (read.isEmpty()) {
      response.sendError(actor.isPresent() ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    MachineActions.Calls calls = actions.in(read.get().bytes());
    if (calls.refusal() > 0) {
      response.sendError(calls.refusal());
      return;
    }
    note(actor.get(), calls.actions());
    chain.doFilter(read.get(), response);
  }

  private void note(Actor actor, List<MachineActions.MachineAction> found) {
    if (!found.isEmpty()) {
      transaction.executeWithoutResult(status -> found.forEach(action -> audit.append(actor.login(),
          "CONSOLE_" + action.verb().toUpperCase(Locale.ROOT), action.subject(), null, action.detail())));
    }
  }
}
