/** The whole hub, running against real databases, a real broker and a real SFTP server. */
@NullMarked
package vn.chitra.hub.running;

import org.jspecify.annotations.NullMarked;
