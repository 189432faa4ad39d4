/** What was asked of partners with an API. */
@NullMarked
package vn.chitra.hub.channel.bankapi.jdbc;

import org.jspecify.annotations.NullMarked;
