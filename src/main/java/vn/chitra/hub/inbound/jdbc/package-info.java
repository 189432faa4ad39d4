/** The stored side of inbound files: arrivals, replies held per batch, closed lists, decrypted files. */
@NullMarked
package vn.chitra.hub.inbound.jdbc;

import org.jspecify.annotations.NullMarked;
