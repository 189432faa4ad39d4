/** Route beans for reconciliation. */
@NullMarked
package vn.chitra.hub.reconciliation.camel;

import org.jspecify.annotations.NullMarked;
