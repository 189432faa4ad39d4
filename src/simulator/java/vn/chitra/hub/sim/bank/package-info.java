/** Simulated banks that take files. */
@NullMarked
package vn.chitra.hub.sim.bank;

import org.jspecify.annotations.NullMarked;
