/** The simulated bank of the bank-csv contract. */
@NullMarked
package vn.chitra.hub.sim.bank;

import org.jspecify.annotations.NullMarked;
