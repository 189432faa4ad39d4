/** Names that banks told, and the payments that wait for them. */
@NullMarked
package vn.chitra.hub.account.name.jdbc;

import org.jspecify.annotations.NullMarked;
