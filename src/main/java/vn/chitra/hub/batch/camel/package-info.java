/** The steps of batches, and the upload over SFTP by Camel's own file operations. */
@NullMarked
package vn.chitra.hub.batch.camel;

import org.jspecify.annotations.NullMarked;
