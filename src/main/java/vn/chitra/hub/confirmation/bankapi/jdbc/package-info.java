/** What was asked of partners with an API. */
@NullMarked
package vn.chitra.hub.confirmation.bankapi.jdbc;

import org.jspecify.annotations.NullMarked;
