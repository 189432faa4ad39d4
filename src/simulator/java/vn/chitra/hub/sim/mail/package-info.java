/** A simulated mail server by the contract: STARTTLS and login required. */
@NullMarked
package vn.chitra.hub.sim.mail;

import org.jspecify.annotations.NullMarked;
