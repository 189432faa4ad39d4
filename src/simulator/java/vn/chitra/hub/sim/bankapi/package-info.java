/** A simulated bank with an API, by contract §4. */
@NullMarked
package vn.chitra.hub.sim.bankapi;

import org.jspecify.annotations.NullMarked;
