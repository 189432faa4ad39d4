/** The simulated province: its welfare database and the people in it. */
@NullMarked
package vn.chitra.hub.sim.welfare;

import org.jspecify.annotations.NullMarked;
