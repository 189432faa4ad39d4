/** Database access for received holder names and the payments that wait for them. */
@NullMarked
package vn.chitra.hub.account.name.jdbc;

import org.jspecify.annotations.NullMarked;
