/** The archive: exact bytes of inbound and outbound files, stored under their hash. */
@NullMarked
package vn.chitra.hub.archive;

import org.jspecify.annotations.NullMarked;
