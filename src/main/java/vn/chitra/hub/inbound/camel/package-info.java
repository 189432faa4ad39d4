/** SFTP consumers of the partners' outgoing folders, and route beans that receive and apply files. */
@NullMarked
package vn.chitra.hub.inbound.camel;

import org.jspecify.annotations.NullMarked;
