/** A bank with an API, obeying partner contracts, 4. */
@NullMarked
package vn.chitra.hub.sim.bankapi;

import org.jspecify.annotations.NullMarked;
