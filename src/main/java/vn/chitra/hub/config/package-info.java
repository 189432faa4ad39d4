/** Wiring: data sources, transactions, queues, clock. */
@NullMarked
package vn.chitra.hub.config;

import org.jspecify.annotations.NullMarked;
