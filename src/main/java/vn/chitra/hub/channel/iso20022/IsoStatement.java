package vn.chitra.hub.channel.iso20022;

import java.time.LocalDate;

/**
 * A day of the funding account, balanced: opening + credits − debits = closing.
 *
 * @param openingVnd dong, negative when overdrawn
 * @param debitsVnd sum of the booked debits
 * @param entries how many booked ones
 */
public record IsoStatement(String account, LocalDate date, long openingVnd, long closingVnd, int entries, long debitsVnd,
    long creditsVnd) {}
