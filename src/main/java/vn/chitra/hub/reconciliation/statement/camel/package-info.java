/** Route beans for matching statements. */
@NullMarked
package vn.chitra.hub.reconciliation.statement.camel;

import org.jspecify.annotations.NullMarked;
