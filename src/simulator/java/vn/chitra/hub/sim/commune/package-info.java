/** The simulated commune officers. */
@NullMarked
package vn.chitra.hub.sim.commune;

import org.jspecify.annotations.NullMarked;
