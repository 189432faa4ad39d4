package vn.chitra.hub.channel.iso20022;

import vn.chitra.hub.partner.PartnerProfile;

/** The encryption agreed on with each bank that uses ISO 20022. */
public interface FileEncryptions {

  /** @throws IllegalStateException when the settings name no keys for it; the start refuses that */
  FileEncryption with(PartnerProfile partner);
}
