/** Route beans for batches, and the SFTP upload on Camel's own file operations. */
@NullMarked
package vn.chitra.hub.batch.camel;

import org.jspecify.annotations.NullMarked;
