package vn.chitra.hub.inbound;

import java.nio.file.Path;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * An archived file as a parser receives it.
 *
 * @param folder post office or commune of the folder in which the file lay; empty at a bank
 * @param number how a case names the file where its name says nothing
 */
public record InboundFile(long id, PartnerProfile partner, String folder, String name, String number, Path bytes) {}
