/** The calls themselves: through Camel's HTTP component, throttled, with a circuit breaker. */
@NullMarked
package vn.chitra.hub.dispatch.bankapi.camel;

import org.jspecify.annotations.NullMarked;
