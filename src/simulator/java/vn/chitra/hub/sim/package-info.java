/** The simulated outside world: databases, SFTP server, partners. Shares no format code with the hub and so checks it. */
@NullMarked
package vn.chitra.hub.sim;

import org.jspecify.annotations.NullMarked;
