/** Database access for bulks and for queries to partners with an API. */
@NullMarked
package vn.chitra.hub.channel.bankapi.jdbc;

import org.jspecify.annotations.NullMarked;
