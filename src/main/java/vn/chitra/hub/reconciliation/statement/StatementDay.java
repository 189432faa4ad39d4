package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;

/**
 * One statement in the chain of its account.
 *
 * @param openingVnd dong
 * @param closingVnd dong
 * @param chained whether it counts already
 */
public record StatementDay(long statementId, long fileId, LocalDate date, long openingVnd, long closingVnd, boolean chained) {}
