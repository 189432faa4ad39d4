/** A bank with an API, obeying contract §4. */
@NullMarked
package vn.chitra.hub.sim.bankapi;

import org.jspecify.annotations.NullMarked;
