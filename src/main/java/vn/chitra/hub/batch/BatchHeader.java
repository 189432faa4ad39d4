package vn.chitra.hub.batch;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * The header data of one file: partner, folder, number, count and total.
 *
 * @param folder post office or commune of a list, empty at a bank
 * @param folderName its name for people (a commune's name), empty at a bank
 * @param agencyName the agency that hands the list over, for people; empty at a bank
 * @param programme of a commune's list, else null
 * @param period of a cash list, else null
 * @param valueDate of a bank file, else null
 * @param seq per partner and file kind, from 1
 * @param count payments in the file
 * @param totalVnd dong
 */
public record BatchHeader(PartnerProfile partner, String folder, String folderName, String agencyName, @Nullable String programme,
    @Nullable YearMonth period, @Nullable LocalDate valueDate, int seq, int count, long totalVnd) {}
