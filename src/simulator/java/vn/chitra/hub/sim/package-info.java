/** The simulated outside world: databases, SFTP server, partners. It shares no format code with the hub, so it checks the hub's formats. */
@NullMarked
package vn.chitra.hub.sim;

import org.jspecify.annotations.NullMarked;
