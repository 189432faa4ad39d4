/** What is kept of a bulk beside its batch. */
@NullMarked
package vn.chitra.hub.dispatch.bankapi.jdbc;

import org.jspecify.annotations.NullMarked;
