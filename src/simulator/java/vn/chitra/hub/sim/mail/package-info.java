/** A mail server that holds to the contract: STARTTLS and login demanded. */
@NullMarked
package vn.chitra.hub.sim.mail;

import org.jspecify.annotations.NullMarked;
