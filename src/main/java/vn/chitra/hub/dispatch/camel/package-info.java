/** Dispatch over SFTP, by Camel's own file operations. */
@NullMarked
package vn.chitra.hub.dispatch.camel;

import org.jspecify.annotations.NullMarked;
