/** The simulated post offices. */
@NullMarked
package vn.chitra.hub.sim.postoffice;

import org.jspecify.annotations.NullMarked;
